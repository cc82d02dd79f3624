from __future__ import annotations


class Link:
    def __init__(self, value: int, following: "Link | None" = None) -> None:
        self.value, self.following = value, following
