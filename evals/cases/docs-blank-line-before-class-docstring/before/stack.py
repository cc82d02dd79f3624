"""Stacks."""


class Stack:

    """Last in, first out."""

    def __init__(self) -> None:
        """Start empty."""
        self.items: list[object] = []
