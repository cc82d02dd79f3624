def make_counter(start: int = 0):
    value = start

    def advance(step: int = 1) -> int:
        nonlocal value
        value += step
        return value

    return advance
