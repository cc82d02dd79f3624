import os
from pathlib import Path


def store(path: Path, key: bytes) -> None:
    path.touch()
    os.chmod(path, 0o600)
    path.write_bytes(key)
