"""Shapes."""


class Rectangle:
    """Four right angles."""

    def __init__(self, width: float, height: float) -> None:
        """Make a rectangle of its sides."""
        self.width, self.height = width, height

    @property
    def area(self) -> float:
        """The covered area."""
        return self.width * self.height
