import os, sys
sys.path.insert(0, os.getcwd())

from bounds import overlap
assert overlap(0, 2, 1, 3)
assert not overlap(0, 1, 2, 3)
