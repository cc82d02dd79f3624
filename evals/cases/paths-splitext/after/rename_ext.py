from pathlib import Path


def with_suffix(path: str, suffix: str) -> str:
    return str(Path(path).with_suffix(suffix))
