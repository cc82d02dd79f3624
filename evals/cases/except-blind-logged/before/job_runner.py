import logging

log = logging.getLogger("jobs")


def run_all(jobs) -> int:
    failures = 0
    for name, job in jobs:
        try:
            job()
        except Exception as error:
            log.error("job %s failed: %s", name, error)
            failures += 1
    return failures
