def is_text(value: object) -> bool:
    return isinstance(value, type(""))
