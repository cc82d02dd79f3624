from decimal import Decimal

from ledger.operations import (
    list_entries,
    open_account,
    post_entry,
    reverse_entry,
)

__all__ = ["MINIMUM", "list_entries", "open_account", "post_entry", "reverse_entry"]

MINIMUM = Decimal("0.01")
