import os, sys
sys.path.insert(0, os.getcwd())

from roman import to_roman
assert to_roman(24) == "XXIV" and to_roman.__doc__
