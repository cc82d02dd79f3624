"""Bounded queues."""

from collections import deque


class RecentItems:
    def __init__(self, limit: int) -> None:
        """Keep at most `limit` items."""
        self._items = deque(maxlen=limit)

    def add(self, item: object) -> None:
        """Remember an item and forget the oldest one if there are too many."""
        self._items.append(item)
