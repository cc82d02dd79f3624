import os, sys
sys.path.insert(0, os.getcwd())

from bounding import bounding
assert bounding([(1, 5), (3, 2)]) == (1, 2, 3, 5)
