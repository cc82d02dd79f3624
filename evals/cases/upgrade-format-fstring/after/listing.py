def row(name: str, size: int, modified: float) -> str:
    return f"{name:<24} {size:>10} {modified:.0f}"
