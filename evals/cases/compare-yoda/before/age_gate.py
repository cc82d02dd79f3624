ADULT = 18


def may_enter(age: int, guardian: bool) -> bool:
    return 18 <= age or (guardian and 12 < age)
