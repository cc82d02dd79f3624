from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from collections.abc import Sequence


def latest(stamps: "Sequence[datetime]") -> "datetime":
    return max(stamps)
