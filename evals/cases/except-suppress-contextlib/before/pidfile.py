import os


def remove_pidfile(path: str) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass
