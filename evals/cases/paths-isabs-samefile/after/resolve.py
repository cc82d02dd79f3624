from pathlib import Path


def resolve(base: Path, name: str) -> Path:
    return Path(name) if Path(name).is_absolute() else base / name
