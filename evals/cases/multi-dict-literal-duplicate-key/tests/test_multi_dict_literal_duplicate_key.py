import os, sys
sys.path.insert(0, os.getcwd())

from mime import content_type
assert content_type("a.js") == "text/javascript"
