from pathlib import Path


def first_run(home: str) -> bool:
    marker = Path(home) / ".started"
    if marker.exists():
        return False
    marker.touch()
    return True
