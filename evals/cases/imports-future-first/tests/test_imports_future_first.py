import os, sys
sys.path.insert(0, os.getcwd())
from geometry import Point
assert Point(0, 0).distance(Point(3, 4)) == 5
