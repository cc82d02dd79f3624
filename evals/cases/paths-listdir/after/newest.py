from pathlib import Path


def newest(folder: str) -> str:
    return str(max(Path(folder).iterdir(), key=lambda path: path.stat().st_mtime))
