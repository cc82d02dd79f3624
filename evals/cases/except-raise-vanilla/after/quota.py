class QuotaExceeded(Exception):
    """More was asked for than is left."""


class Quota:
    def __init__(self, limit: int) -> None:
        self.limit, self.used = limit, 0

    def take(self, amount: int) -> None:
        if self.used + amount > self.limit:
            raise QuotaExceeded(f"{amount} asked, {self.limit - self.used} left")
        self.used += amount
