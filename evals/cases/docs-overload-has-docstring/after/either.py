"""Numbers in text."""

from typing import overload


@overload
def number(text: str, default: None = None) -> float | None: ...


@overload
def number(text: str, default: float) -> float: ...


def number(text, default=None):
    """Read a number; the default if the text is none."""
    try:
        return float(text)
    except ValueError:
        return default
