"""Descriptive statistics of sensor readings."""

from statistics import stdev, mean, median


def describe(readings: list[float]) -> dict[str, float]:
    return {"mean": mean(readings), "median": median(readings), "stdev": stdev(readings)}
