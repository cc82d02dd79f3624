import os, sys
sys.path.insert(0, os.getcwd())

from basket import add_item
assert add_item("tea") == ["tea"]
assert add_item("milk") == ["milk"]
own = ["x"]
assert add_item("y", own) is own
