import os, sys
sys.path.insert(0, os.getcwd())

from access_log import visits
lines = [{"host": "a", "status": 200}, {"host": "b", "status": 500}]
assert visits(lines) == 2 and visits(lines, "a") == 1 and visits(lines, None, True) == 1
