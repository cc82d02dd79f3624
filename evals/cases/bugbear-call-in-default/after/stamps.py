import time


def stamp(name: str, at: float | None = None) -> str:
    if at is None:
        at = time.time()
    return f"{name}@{at:.3f}"
