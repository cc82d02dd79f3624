"""Plane vectors."""


class Vector:
    """A pair of numbers."""

    def __init__(self, x: float, y: float) -> None:
        """Make a vector of its parts."""
        self.x, self.y = x, y

    def __add__(self, other: "Vector") -> "Vector":
        """Add part by part."""
        return Vector(self.x + other.x, self.y + other.y)
