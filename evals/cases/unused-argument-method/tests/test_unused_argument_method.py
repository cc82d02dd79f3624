import os, sys
sys.path.insert(0, os.getcwd())
from stores import MemoryStore
s = MemoryStore(); s.put("a", b"1"); s.put("a", b"2")
assert s.get("a") == b"2"
try: s.put("a", b"3", overwrite=False)
except KeyError: pass
else: raise AssertionError("overwritten")
