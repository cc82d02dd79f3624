def seconds(value: object) -> float:
    if isinstance(value, (int, float)):
        return float(value)
    else:
        raise TypeError(f"not a number: {value!r}")
