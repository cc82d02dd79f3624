def size(path: str) -> int:
    try:
        with open(path, "rb") as source:
            return source.seek(0, 2)
    except IOError:
        return -1
