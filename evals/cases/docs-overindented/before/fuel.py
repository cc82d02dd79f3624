"""Fuel."""


def consumption(litres: float, kilometres: float) -> float:
    """Compute litres on a hundred kilometres.

        Both numbers must be greater than zero.
    """
    return litres / kilometres * 100
