from __future__ import annotations

from typing import NamedTuple
import math


class Point(NamedTuple):
    x: float
    y: float

    def distance(self, other: Point) -> float:
        return math.hypot(self.x - other.x, self.y - other.y)
