import subprocess
import sys


def version() -> str:
    done = subprocess.run([sys.executable, "--version"], capture_output=True, text=True, check=True)
    return done.stdout.split()[1]


if __name__ == "__main__":
    sys.exit(0 if version() else 1)
