DAYS = "mon tue wed thu fri sat sun".split()


def number(day: str) -> int:
    return DAYS.index(day[:3].lower())
