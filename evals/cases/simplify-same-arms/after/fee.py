def fee(kind: str, amount: float) -> float:
    if kind in {"card", "wallet"}:
        return amount * 0.02
    elif kind == "bank":
        return 0.3
    return 0.0
