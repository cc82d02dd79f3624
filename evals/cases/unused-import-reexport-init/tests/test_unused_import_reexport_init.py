import os, sys
sys.path.insert(0, os.getcwd())
from geo import haversine
assert 870 < haversine((52.52, 13.40), (48.86, 2.35)) < 885
