"""Lottery."""

import secrets


def draw(numbers: int, highest: int) -> list[int]:
    """Draw different numbers by chance."""
    pool = list(range(1, highest + 1))
    return sorted(pool.pop(secrets.randbelow(len(pool))) for _ in range(numbers))
