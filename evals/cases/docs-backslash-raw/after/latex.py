"""Formulas."""


def fraction(above: str, below: str) -> str:
    r"""Write a fraction as \frac{above}{below}."""
    return "\\frac{" + above + "}{" + below + "}"
