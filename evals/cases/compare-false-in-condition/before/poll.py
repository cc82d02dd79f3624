import time


def wait_for(job, seconds: float = 5.0) -> bool:
    end = time.monotonic() + seconds
    while job.finished == False and time.monotonic() < end:
        time.sleep(0.05)
    return job.finished
