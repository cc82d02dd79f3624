import os, sys
sys.path.insert(0, os.getcwd())

from log_repr import describe
assert describe("x", "y") == "event 'x' from y"
