"""Positions."""


def to_degrees(degrees: int, minutes: float, west: bool) -> float:
    """Returns a position in decimal degrees."""
    value = degrees + minutes / 60
    return -value if west else value
