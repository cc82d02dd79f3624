import os, sys
sys.path.insert(0, os.getcwd())

from headers import with_token
with_token("a")["X"] = "1"
assert "X" not in with_token("b")
