from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


def latest(stamps: "Sequence[datetime]") -> "datetime":
    return max(stamps)
