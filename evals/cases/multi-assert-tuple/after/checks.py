def check_total(lines: list[float], total: float) -> bool:
    assert abs(sum(lines) - total) < 0.005, "the lines do not add up to the total"
    return True
