"""Small arithmetic."""


def double(x: int) -> int: return 2 * x


def half(x: int) -> float:
    """Halve a number."""
    return x / 2
