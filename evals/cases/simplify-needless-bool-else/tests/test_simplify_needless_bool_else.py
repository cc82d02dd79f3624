import os, sys
sys.path.insert(0, os.getcwd())

from closed import is_closed
assert is_closed(7) and not is_closed(8) and is_closed(20)
