def advance(state: str) -> str:
    if state == "draft":
        return "review"
    if state == "review":
        return "published"
    assert False, f"no way on from {state}"
