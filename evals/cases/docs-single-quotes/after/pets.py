"""Pets."""


def human_years(dog_years: float) -> float:
    """Convert the age of a dog."""
    return dog_years * 7
