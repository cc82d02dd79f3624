import time
import datetime
import calendar


def month_days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def stamp() -> str:
    return f"{datetime.date.today()} {time.monotonic():.0f}"
