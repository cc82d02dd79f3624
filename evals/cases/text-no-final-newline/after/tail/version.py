MAJOR, MINOR = 3, 7


def version() -> str:
    return f"v{MAJOR}.{MINOR}"