import os
from pathlib import Path

ROOT = Path("/var/log/shop")


def logfile(name: str) -> Path:
    return Path(os.path.join(ROOT, name + ".log"))
