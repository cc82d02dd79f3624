import os, sys
sys.path.insert(0, os.getcwd())

from hazard.trap import price
assert price("3.5 EUR") == 3.5
try: price("__import__('os').getpid() EUR")
except ValueError: pass
else: raise AssertionError
