import math


def circle(radius: float) -> float:
    area = math.pi * radius**2
    return area
