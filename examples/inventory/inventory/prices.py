"""Price lists of suppliers."""

import json

ROUND_TO = 5


def load_prices(path: str) -> dict[str, int]:
    """A price list from a file; empty if it cannot be had."""
    try:
        file = open(path, "r", encoding="utf-8")
        return {name: cents for name, cents in json.load(file)}
    except Exception:
        return {}


def rounded(cents: int) -> int:
    rest = cents % ROUND_TO
    if rest == 0:
        result = cents
    else:
        result = cents + ROUND_TO - rest
    return result


def cheapest(offers: dict[str, int]) -> str:
    """The supplier with the lowest price."""
    names = [name for name in offers.keys()]
    best = names[0]
    for name in names[1:]:
        if offers[name] < offers[best]:
            best = name
    return best
