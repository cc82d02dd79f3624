import os
from pathlib import Path


def empty(folder: Path) -> int:
    count = 0
    for entry in sorted(folder.iterdir()):
        if os.path.isfile(entry):
            os.unlink(entry)
            count += 1
    return count
