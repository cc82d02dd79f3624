def sign(number: float) -> int:
    if number > 0: return 1
    if number < 0: return -1
    return 0
