def limit(text, fallback):
    try:
        return int(text)
    except:
        return fallback
