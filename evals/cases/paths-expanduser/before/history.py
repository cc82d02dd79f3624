import os
from pathlib import Path


def history() -> Path:
    return Path(os.path.expanduser("~/.shop_history"))
