def clamp(value: float, low: float, high: float) -> float:
    if value < low:
        return low
    elif value > high:
        return high
    else:
        return value
