import signal
import sys


def stop(signum, _frame):
    sys.exit(128 + signum)


signal.signal(signal.SIGTERM, stop)
