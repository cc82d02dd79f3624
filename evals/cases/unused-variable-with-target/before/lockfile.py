import os


def claim(path: str) -> bool:
    if os.path.exists(path):
        return False
    with open(path, "x") as handle:
        pass
    return True
