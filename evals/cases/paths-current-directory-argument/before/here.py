from pathlib import Path


def configs() -> list[Path]:
    return sorted(Path(".").glob("*.toml"))
