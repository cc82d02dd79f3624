import os
import sys


def lines(path):
    try:
        return open(path).readlines()
    except:
        print(path, file=sys.stderr)
        return []
