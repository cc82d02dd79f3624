import time
from time import monotonic, sleep


def wait_until(deadline: float) -> None:
    while (left := deadline - monotonic()) > 0:
        sleep(min(left, 0.5))
