import time


def stamp(name: str, at=time.time()) -> str:
    return f"{name}@{at:.3f}"
