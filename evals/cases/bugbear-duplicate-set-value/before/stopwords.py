STOPWORDS = {"the", "a", "an", "of", "and", "the", "or"}


def keywords(text: str) -> list[str]:
    return [word for word in text.lower().split() if word not in STOPWORDS]
