def cost(total: float, express: bool) -> float:
    if total >= 50:
        base = 0.0
    else:
        base = 4.9
    return base + 6 * express
