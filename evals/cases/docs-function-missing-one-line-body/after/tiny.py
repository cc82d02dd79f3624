"""Small arithmetic."""


def double(x: int) -> int:
    """Double a number."""
    return 2 * x


def half(x: int) -> float:
    """Halve a number."""
    return x / 2
