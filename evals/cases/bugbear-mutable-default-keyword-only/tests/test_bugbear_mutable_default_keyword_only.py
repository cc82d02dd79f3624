import os, sys
sys.path.insert(0, os.getcwd())

from visited import reachable
g = {"a": ["b"], "c": ["d"]}
assert reachable(g, "a") == {"a", "b"}
assert reachable(g, "c") == {"c", "d"}
