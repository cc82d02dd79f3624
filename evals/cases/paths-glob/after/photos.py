from pathlib import Path


def photos(folder: str) -> list[str]:
    return sorted(str(path) for path in Path(folder).rglob("*.jpg"))
