"""Tides."""


def height(hour: float) -> str:
    """Say how the water stands.

  The answer is only as good as the table.
    """
    return "high" if hour % 12.4 < 6.2 else "low"
