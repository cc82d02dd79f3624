def words(path: str) -> list[str]:
    source = open(path, encoding="utf-8")
    found = sorted({word.lower() for line in source for word in line.split()})
    source.close()
    return found
