"""Signals."""


def smooth(values: list[float], width: int) -> list[float]:
    """Average neighbouring values.

    Parameters
    values : list of float
        What was measured.
    width : int
        How many values are averaged.
    """
    return [sum(part) / len(part) for i in range(len(values)) if (part := values[max(0, i - width + 1) : i + 1])]
