def slug(words):
    return "-".join(l.lower() for l in words)
