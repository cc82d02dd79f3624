RETRY = 75


def describe(code: int) -> str:
    if code is 0:
        return "done"
    return "try again" if code == RETRY else f"failed ({code})"
