from functools import lru_cache


class Rates:
    def __init__(self, table: dict[str, float]) -> None:
        self.table = table

    @lru_cache(maxsize=None)
    def convert(self, amount: float, currency: str) -> float:
        return amount * self.table[currency]
