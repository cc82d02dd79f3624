import os, sys
sys.path.insert(0, os.getcwd())

import tempfile
from tempfiles import measure
def work(_): raise RuntimeError("no")
name = tempfile.mkstemp()[1]
try: measure(name, work)
except RuntimeError: assert not os.path.exists(name)
else: raise AssertionError("the error was swallowed")
