import os, sys
sys.path.insert(0, os.getcwd())

from runs import runs
assert runs([7, 7, 8]) == [(7, 0, 2), (7, 1, 2), (8, 0, 1), (8, 1, 1)]
