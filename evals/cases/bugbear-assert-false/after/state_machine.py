def advance(state: str) -> str:
    if state == "draft":
        return "review"
    if state == "review":
        return "published"
    raise AssertionError(f"no way on from {state}")
