from pathlib import Path


def relative(path: str) -> str:
    return path.removeprefix(str(Path.cwd())).lstrip("/")
