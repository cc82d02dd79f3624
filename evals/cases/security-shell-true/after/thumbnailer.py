from pathlib import Path


def size_of(path: str) -> int:
    return Path(path).stat().st_size
