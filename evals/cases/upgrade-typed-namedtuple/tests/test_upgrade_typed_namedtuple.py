import os, sys
sys.path.insert(0, os.getcwd())

from colours import Colour, to_hex
assert to_hex(Colour(255, 0, 16)) == "#ff0010"
