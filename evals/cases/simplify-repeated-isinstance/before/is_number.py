def is_number(value: object) -> bool:
    return isinstance(value, int) or isinstance(value, float)
