import os, sys
sys.path.insert(0, os.getcwd())

from poem import lines
assert lines()[0] == "Roses are red,"
