import os, sys
sys.path.insert(0, os.getcwd())
from versions import Version
assert Version.parse("1-2-3", separator="-").parts == (1, 2, 3)
