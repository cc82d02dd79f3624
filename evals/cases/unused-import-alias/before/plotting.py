import json as js
import math as m


def circle(steps: int) -> list[tuple[float, float]]:
    angle = 2 * m.pi / steps
    return [(m.cos(i * angle), m.sin(i * angle)) for i in range(steps)]
