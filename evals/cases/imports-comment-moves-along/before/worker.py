import time
# The queue library reads its settings when it is imported.
import queue
import logging

log = logging.getLogger(__name__)


def drain(jobs: queue.Queue) -> int:
    done = 0
    while not jobs.empty():
        log.info("job %s", jobs.get())
        time.sleep(0.01)
        done += 1
    return done
