import signal
import sys


def stop(signum, frame):
    sys.exit(128 + signum)


signal.signal(signal.SIGTERM, stop)
