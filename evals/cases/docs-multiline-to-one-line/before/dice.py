"""Dice."""

import random


def roll(sides: int = 6) -> int:
    """
    Roll one die.
    """
    return random.randint(1, sides)
