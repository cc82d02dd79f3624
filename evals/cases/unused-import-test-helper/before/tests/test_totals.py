import math
from fractions import Fraction

from decimal import Decimal


def total(prices):
    return sum(map(Decimal, prices), Decimal(0))


def test_total_is_exact():
    assert total(["0.10", "0.20"]) == Decimal("0.30")


def test_total_of_nothing():
    assert math.isclose(float(total([])), 0)
