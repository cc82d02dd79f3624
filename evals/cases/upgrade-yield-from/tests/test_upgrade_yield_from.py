import os, sys
sys.path.insert(0, os.getcwd())

from flatten import flatten
assert list(flatten([1, [2, [3]], 4])) == [1, 2, 3, 4]
