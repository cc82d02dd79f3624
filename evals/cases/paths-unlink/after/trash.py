from pathlib import Path


def empty(folder: Path) -> int:
    count = 0
    for entry in sorted(folder.iterdir()):
        if entry.is_file():
            entry.unlink()
            count += 1
    return count
