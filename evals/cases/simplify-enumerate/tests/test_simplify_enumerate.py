import os, sys
sys.path.insert(0, os.getcwd())

from numbered import numbered
assert numbered(["a", "b"]) == ["0: a", "1: b"]
