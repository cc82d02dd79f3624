FEVER = 38.5


def has_fever(celsius: float, age: int) -> bool:
    return celsius > FEVER if age else celsius > FEVER - 0.5
