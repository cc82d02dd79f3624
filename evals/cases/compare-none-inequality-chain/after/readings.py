def average(readings: list[float | None]) -> float:
    valid = [value for value in readings if value is not None]
    return sum(valid) / len(valid) if valid else 0.0
