import logging
import os

log = logging.getLogger(__name__)


def purge(folder: str) -> int:
    removed = 0
    for name in os.listdir(folder):
        try:
            os.remove(os.path.join(folder, name))
            removed += 1
        except Exception:
            pass
    return removed
