import sys


def lines(path):
    try:
        return open(path).readlines()
    except OSError:
        print(path, file=sys.stderr)
        return []
