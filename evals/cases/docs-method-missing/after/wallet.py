"""Prepaid wallets."""


class Wallet:
    """Money that was paid in before."""

    def __init__(self, cents: int = 0) -> None:
        """Start with an amount in cents."""
        self.cents = cents

    def pay_in(self, cents: int) -> None:
        """Add to the wallet."""
        self.cents += cents

    def spend(self, cents: int) -> bool:
        """Take from the wallet; false if there is not enough."""
        if cents > self.cents:
            return False
        self.cents -= cents
        return True
