"""Rules for how long backups are kept."""

from datetime import date, timedelta

KEEP_DAYS = 30


def is_expired(day: date, today: date) -> bool:
    """Tell whether a backup of `day` may go."""
    return today - day > timedelta(days=KEEP_DAYS)
