from decimal import Decimal
from ledger.operations import (
    reverse_entry,
    post_entry,
    open_account,
    list_entries,
)

__all__ = ["MINIMUM", "list_entries", "open_account", "post_entry", "reverse_entry"]

MINIMUM = Decimal("0.01")
