import os, sys
sys.path.insert(0, os.getcwd())

from listing import row
assert row("a", 5, 1.6) == "a" + " " * 23 + " " + " " * 9 + "5 2"
