import os, sys
sys.path.insert(0, os.getcwd())

from sorting import by_size
assert [f["name"] for f in by_size([{"size": 1, "name": "b"}, {"size": 2, "name": "a"}, {"size": 1, "name": "a"}])] == ["a", "a", "b"]
