import shutil
import sys


def version_of(interpreter: str) -> bool:
    return shutil.which(interpreter) is not None


if __name__ == "__main__":
    print(version_of(sys.argv[1]))
