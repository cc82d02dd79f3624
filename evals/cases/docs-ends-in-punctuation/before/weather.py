"""Weather."""


def felt(temperature: float, wind: float) -> float:
    """Estimate how cold it feels: a rule of thumb, not science

    Wind is in metres per second.
    """
    return temperature - 0.7 * wind
