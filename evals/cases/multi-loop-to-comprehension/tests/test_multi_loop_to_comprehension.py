import os, sys
sys.path.insert(0, os.getcwd())

from in_stock import in_stock
assert in_stock({"a": 1, "#b": 3, "c": 0}) == {"a": 1}
