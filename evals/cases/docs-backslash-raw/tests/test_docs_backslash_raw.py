import os, sys
sys.path.insert(0, os.getcwd())

from latex import fraction
assert "\\frac" in fraction.__doc__ and fraction("1", "2") == "\\frac{1}{2}"
