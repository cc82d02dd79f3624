from typing import NamedTuple

Colour = NamedTuple("Colour", [("red", int), ("green", int), ("blue", int)])


def to_hex(colour: Colour) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour)
