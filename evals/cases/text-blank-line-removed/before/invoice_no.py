"""Numbers of invoices."""

PREFIX = "R-"


def number(count: int) -> str:
    """Write an invoice number."""

    return f"{PREFIX}{count:06}"
