from datetime import date, datetime, timedelta


def next_run(last: date, days: int) -> date:
    return last + timedelta(days=days)
