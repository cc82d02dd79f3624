import os, sys
sys.path.insert(0, os.getcwd())

from tournament import seeded
rows = [{"name": "a", "rank": 2}, {"name": "b", "rank": None}, {"name": "c", "rank": 1}]
assert [r["name"] for r in seeded(rows, ("x",))] == ["c", "a"]
