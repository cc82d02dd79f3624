def difference(text: str) -> int:
    left, right = (int(part) for part in text.split("-"))
    return (((left - right)))
