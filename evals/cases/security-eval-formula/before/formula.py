def evaluate(formula: str) -> float:
    return float(eval(formula))
