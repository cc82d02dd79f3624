class Rates:
    def __init__(self, table: dict[str, float]) -> None:
        self.table = table

    def convert(self, amount: float, currency: str) -> float:
        return amount * self.table[currency]
