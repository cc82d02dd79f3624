def copy(source: str, target: str) -> int:
    with open(source) as reading, open(target, "w") as writing:
        return writing.write(reading.read())
