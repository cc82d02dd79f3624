class Quota:
    def __init__(self, limit: int) -> None:
        self.limit, self.used = limit, 0

    def take(self, amount: int) -> None:
        if self.used + amount > self.limit:
            raise Exception("quota exceeded")
        self.used += amount
