"""Copies yesterday's database dump to the archive disk.

Run from cron at 03:30.
"""

import shutil
import sys
from pathlib import Path

ARCHIVE = Path("/mnt/archive")


def main() -> int:
    for dump in Path("/var/dumps").glob("*.sql"):
        shutil.copy2(dump, ARCHIVE / dump.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
