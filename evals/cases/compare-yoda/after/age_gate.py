ADULT = 18


def may_enter(age: int, guardian: bool) -> bool:
    return age >= ADULT or (guardian and age > 12)
