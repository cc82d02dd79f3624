def words(path: str) -> list[str]:
    with open(path, encoding="utf-8") as source:
        return sorted({word.lower() for line in source for word in line.split()})
