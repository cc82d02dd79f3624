import os, sys
sys.path.insert(0, os.getcwd())

from door import open_door
assert open_door("1", "1") == "open"
try: open_door("1", "2")
except PermissionError: pass
