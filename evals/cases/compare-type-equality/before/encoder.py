def encode(value: object) -> str:
    if type(value) == bool:
        return "true" if value else "false"
    if type(value) == str:
        return f'"{value}"'
    return repr(value)
