import logging

log = logging.getLogger("jobs")


def run_all(jobs) -> int:
    failures = 0
    for name, job in jobs:
        try:
            job()
        except Exception:
            log.exception("job %s failed", name)
            failures += 1
    return failures
