from datetime import date


def is_weekend(day: date) -> bool:
    if day.weekday() >= 5:
        return True
    return False
