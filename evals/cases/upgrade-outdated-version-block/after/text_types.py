text = str


def is_text(value: object) -> bool:
    return isinstance(value, text)
