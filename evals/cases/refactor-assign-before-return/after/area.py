import math


def circle(radius: float) -> float:
    return math.pi * radius**2
