import os


def measure(path: str, work) -> float:
    size = 0.0
    try:
        work(path)
        size = os.path.getsize(path) / 1024
    finally:
        os.unlink(path)
    return size
