import os, sys
sys.path.insert(0, os.getcwd())
from coords import parse_position
assert parse_position("52.5,13.4,34") == 34
