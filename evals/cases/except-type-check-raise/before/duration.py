def seconds(value: object) -> float:
    if isinstance(value, (int, float)):
        return float(value)
    else:
        raise ValueError(f"not a number: {value!r}")
