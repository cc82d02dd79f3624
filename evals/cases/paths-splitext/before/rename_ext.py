import os


def with_suffix(path: str, suffix: str) -> str:
    base, _ = os.path.splitext(path)
    return base + suffix
