def position(names: list[str], wanted: str) -> int | None:
    for index, name in enumerate(names):
        if name.casefold() == wanted.casefold():
            return index
