import os, sys
sys.path.insert(0, os.getcwd())

from transfer import transfer
a = {"x": 5, "y": 0}
transfer(a, "x", "y", 2)
assert a == {"x": 3, "y": 2}
try: transfer(a, "x", "y", -1)
except ValueError: pass
