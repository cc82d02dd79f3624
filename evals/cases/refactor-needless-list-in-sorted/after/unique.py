def unique(words: list[str]) -> list[str]:
    return sorted(set(words), key=str.lower)
