class TooManyRequestsError(Exception):
    def __init__(self, wait: float) -> None:
        super().__init__(f"try again in {wait:.0f} s")
        self.wait = wait


def guard(left: int) -> None:
    if left <= 0:
        raise TooManyRequestsError(30)
