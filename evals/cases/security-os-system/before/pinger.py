import os
import sys


def version_of(interpreter: str) -> bool:
    return os.system(f"{interpreter} --version > /dev/null") == 0


if __name__ == "__main__":
    print(version_of(sys.argv[1]))
