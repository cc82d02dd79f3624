"""Runs a program and writes what it and its children used: usage.py OUT PROGRAM [ARGUMENT...]"""

import json
import subprocess
import sys
import time

try:
    import resource
except ImportError:  # Windows
    resource = None

started = time.monotonic()
try:
    code = subprocess.call(sys.argv[2:])
except OSError as error:
    sys.exit(f"{sys.argv[2]}: {error}")
usage = {"wallMs": (time.monotonic() - started) * 1000}
if resource:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    usage["cpuMs"] = (children.ru_utime + children.ru_stime) * 1000
    usage["peakBytes"] = children.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
with open(sys.argv[1], "w", encoding="utf-8") as out:
    json.dump(usage, out)
sys.exit(code)
