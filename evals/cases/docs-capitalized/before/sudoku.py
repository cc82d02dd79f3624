"""Sudoku."""


def complete(row: list[int]) -> bool:
    """check that a row holds each digit once."""
    return sorted(row) == list(range(1, 10))
