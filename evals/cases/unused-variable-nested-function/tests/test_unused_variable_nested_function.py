import os, sys
sys.path.insert(0, os.getcwd())
from counterlib import make_counter
advance = make_counter(5)
assert advance() == 6 and advance(4) == 10
