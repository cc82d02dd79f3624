class OutOfStock(Exception):
    """There is nothing left to sell."""

    pass


class Unpaid(Exception):
    """The invoice is open."""
