"""Body mass."""


def bmi(kilograms: float, metres: float) -> float:
    """Compute the body mass index."""

    return kilograms / metres**2
