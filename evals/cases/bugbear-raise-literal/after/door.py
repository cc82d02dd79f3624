def open_door(code: str, expected: str) -> str:
    if code != expected:
        raise PermissionError("wrong code")
    return "open"
