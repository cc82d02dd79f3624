from math import pi

__all__ = [
    "square",
    "circle",
    "PRECISION",
]

PRECISION = 3


def circle(radius: float) -> float:
    return round(pi * radius**2, PRECISION)


def square(side: float) -> float:
    return round(side**2, PRECISION)
