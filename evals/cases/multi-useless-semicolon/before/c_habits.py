def mean(values: list[float]) -> float:
    total = sum(values);
    return total / len(values)
