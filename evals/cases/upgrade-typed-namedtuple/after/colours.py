from typing import NamedTuple


class Colour(NamedTuple):
    red: int
    green: int
    blue: int


def to_hex(colour: Colour) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour)
