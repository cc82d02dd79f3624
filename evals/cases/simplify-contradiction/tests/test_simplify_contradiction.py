import os, sys
sys.path.insert(0, os.getcwd())

from gate import passes
assert passes(True, False) and passes(False, True) and not passes(False, False)
