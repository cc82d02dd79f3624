import os, sys
sys.path.insert(0, os.getcwd())
import speedups
assert speedups.backend() in ("json", "orjson")
