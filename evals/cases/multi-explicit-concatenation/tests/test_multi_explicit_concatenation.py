import os, sys
sys.path.insert(0, os.getcwd())

from usage import USAGE
assert USAGE.count("\n") == 3
