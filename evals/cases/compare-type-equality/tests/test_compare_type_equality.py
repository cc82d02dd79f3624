import os, sys
sys.path.insert(0, os.getcwd())

from encoder import encode
assert encode(True) == "true" and encode("a") == '"a"' and encode(3) == "3"
