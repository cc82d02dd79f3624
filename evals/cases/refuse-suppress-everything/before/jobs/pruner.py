import contextlib
import os


def prune(paths: list[str], report) -> int:
    removed = 0
    for path in paths:
        try:
            os.remove(path)
            removed += 1
        except Exception:
            report(path)
    return removed


def quiet(path: str) -> None:
    with contextlib.suppress(FileNotFoundError):
        os.remove(path)
