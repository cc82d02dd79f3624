def first_line(path: str) -> str:
    with open(path, "r", encoding="utf-8") as source:
        return source.readline().rstrip("\n")
