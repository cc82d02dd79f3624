from pathlib import Path


def history() -> Path:
    return Path("~/.shop_history").expanduser()
