"""Loans."""


def monthly_rate(amount: float, interest: float, months: int) -> float:
    """Compute what is paid each month.

    Args:
        amount: What was borrowed.
        months: How long it takes.

    Returns:
        The rate, rounded to cents.
    """
    factor = (1 + interest / 12) ** months
    return round(amount * interest / 12 * factor / (factor - 1), 2)
