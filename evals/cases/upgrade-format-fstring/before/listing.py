def row(name: str, size: int, modified: float) -> str:
    return "{:<24} {:>10} {:.0f}".format(name, size, modified)
