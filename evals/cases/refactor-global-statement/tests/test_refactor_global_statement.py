import os, sys
sys.path.insert(0, os.getcwd())

from ids import new_id
assert [new_id(), new_id()] == [1, 2]
