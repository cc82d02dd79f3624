from pathlib import Path


def thumbnail_path(root: Path, name: str) -> Path:
    folder = root / "thumbs" / name[:2]
    folder.mkdir(parents=True, exist_ok=True)
    return folder / name
