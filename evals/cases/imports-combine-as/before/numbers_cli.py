from operator import mul
from functools import reduce as fold, partial
import sys

product = partial(fold, mul)


def main() -> None:
    print(product([int(arg) for arg in sys.argv[1:]]))


if __name__ == "__main__":
    main()
