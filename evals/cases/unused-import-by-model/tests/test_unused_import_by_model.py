import os, sys
sys.path.insert(0, os.getcwd())
from report import totals
assert list(totals([("a", 1), ("b", 5), ("a", 2)]).items()) == [("b", 5), ("a", 3)]
