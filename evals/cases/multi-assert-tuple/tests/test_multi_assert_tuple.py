import os, sys
sys.path.insert(0, os.getcwd())

from checks import check_total
assert check_total([1, 2], 3)
try: check_total([1, 2], 4)
except AssertionError: pass
else: raise SystemExit("accepted")
