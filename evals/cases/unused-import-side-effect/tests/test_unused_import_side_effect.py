import os, sys
sys.path.insert(0, os.getcwd())
from codecs_setup import encode
assert encode("abc") == "cba"
