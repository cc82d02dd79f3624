import logging
import shutil

log = logging.getLogger(__name__)


def watch(path: str, least: int) -> bool:
    free = shutil.disk_usage(path).free
    if free < least:
        log.warn("only %d bytes left on %s", free, path)
    return free >= least
