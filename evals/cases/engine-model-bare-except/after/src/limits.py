def limit(text, fallback):
    try:
        return int(text)
    except ValueError:
        return fallback
