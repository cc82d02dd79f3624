import os.path
from pathlib import Path


def resolve(base: Path, name: str) -> Path:
    return Path(name) if os.path.isabs(name) else base / name
