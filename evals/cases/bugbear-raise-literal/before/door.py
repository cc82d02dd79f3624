def open_door(code: str, expected: str) -> str:
    if code != expected:
        raise "wrong code"
    return "open"
