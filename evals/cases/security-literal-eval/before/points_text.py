def points(text: str) -> list[tuple[int, int]]:
    return [tuple(pair) for pair in eval(text)]
