from pathlib import Path


def store(path: Path, key: bytes) -> None:
    path.touch()
    path.chmod(0o600)
    path.write_bytes(key)
