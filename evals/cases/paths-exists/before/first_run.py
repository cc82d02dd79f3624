import os
from pathlib import Path


def first_run(home: str) -> bool:
    marker = Path(home) / ".started"
    if os.path.exists(marker):
        return False
    marker.touch()
    return True
