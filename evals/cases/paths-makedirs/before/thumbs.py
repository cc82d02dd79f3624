import os
from pathlib import Path


def thumbnail_path(root: Path, name: str) -> Path:
    folder = root / "thumbs" / name[:2]
    os.makedirs(folder, exist_ok=True)
    return folder / name
