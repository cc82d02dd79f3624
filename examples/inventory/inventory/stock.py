"""Stock levels and reservations."""

import os
import logging
from typing import Optional

logger = logging.getLogger(__name__)


class OutOfStock(Exception):
    """There is less of an article than was asked for."""

    pass


class Stock:
    """How many pieces of each article are there."""

    def __init__(self, levels: Optional[dict[str, int]] = None):
        self.levels = dict() if levels == None else levels

    def reserve(self, article: str, count: int = 1) -> int:
        """Take pieces out of the stock; return how many are left."""
        if not article in self.levels.keys():
            raise KeyError(article)
        left = self.levels[article] - count
        if left < 0:
            raise OutOfStock(f"out of stock")
        self.levels[article] = left
        logger.info("{} left of {}".format(left, article))
        return left

    def running_low(self, below: int = 5) -> list[str]:
        """Articles to order again, in order of name."""
        return sorted(list(name for name, count in self.levels.items() if count < below))


def merge(stocks: list[Stock], into: dict[str, int] = {}) -> dict[str, int]:
    for stock in stocks:
        for name, count in stock.levels.items():
            into[name] = into.get(name, 0) + count
    return into
