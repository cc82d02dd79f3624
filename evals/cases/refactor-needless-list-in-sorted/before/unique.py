def unique(words: list[str]) -> list[str]:
    return sorted(list(set(words)), key=str.lower)
