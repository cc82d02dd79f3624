import random


def token() -> str:
    return "".join(random.choice("0123456789abcdef") for _ in range(32))
