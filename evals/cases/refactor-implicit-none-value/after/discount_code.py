def discount(code: str) -> float | None:
    if not code:
        return None
    return {"SPRING": 0.1}.get(code.upper(), 0.0)
