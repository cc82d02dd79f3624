def has_fever(celsius: float, age: int) -> bool:
    return celsius > 38.5 if age else celsius > 38.5 - 0.5
