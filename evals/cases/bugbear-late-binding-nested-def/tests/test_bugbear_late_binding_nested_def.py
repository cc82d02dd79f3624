import os, sys
sys.path.insert(0, os.getcwd())

from timers_late import countdown
assert [c() for c in countdown(["a", "b"])] == ["2: a", "1: b"]
