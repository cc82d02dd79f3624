import os, sys
sys.path.insert(0, os.getcwd())

from csv_import import read_prices
assert read_prices([["a", "1"], ["b"], ["c", "x"]]) == ({"a": 1.0}, 2)
