import os, sys
sys.path.insert(0, os.getcwd())

from formula import evaluate
assert evaluate("2*(3+4)") == 14
try: evaluate("len('abc')")
except ValueError: pass
else: raise AssertionError("code was run")
