import ast


def points(text: str) -> list[tuple[int, int]]:
    return [tuple(pair) for pair in ast.literal_eval(text)]
