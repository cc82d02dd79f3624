class Column:
    def __init__(self, name: str) -> None:
        self.name = name

    def __eq__(self, other: object) -> str:
        return f"{self.name} = {other!r}"

    __hash__ = None


def where(column: Column | None, value: object) -> str:
    if column is None:
        return ""
    return f"WHERE {column == value}"
