import os, sys
sys.path.insert(0, os.getcwd())

from access import may_edit
assert may_edit({"active": 1, "role": "x", "name": "a"}, {"owner": "a"}) is True
assert may_edit({"active": 0, "role": "editor", "name": "a"}, {"owner": "a"}) is False
