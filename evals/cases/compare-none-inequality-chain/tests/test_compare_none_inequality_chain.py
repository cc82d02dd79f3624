import os, sys
sys.path.insert(0, os.getcwd())

from readings import average
assert average([1.0, None, 3.0]) == 2.0 and average([None]) == 0.0
