from decimal import Decimal


def total(prices: list[str]) -> str:
    result = sum(float(price) for price in prices)
    return f"{result} EUR"


ZERO = Decimal("0.00")
