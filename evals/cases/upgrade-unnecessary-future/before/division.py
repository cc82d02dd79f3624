from __future__ import division, print_function

import sys


def ratio(a: int, b: int) -> float:
    return a / b


if __name__ == "__main__":
    print(ratio(int(sys.argv[1]), int(sys.argv[2])))
