from pathlib import Path

ROOT = Path("/var/log/shop")


def logfile(name: str) -> Path:
    return ROOT / (name + ".log")
