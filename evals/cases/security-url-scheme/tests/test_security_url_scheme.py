import os, sys
sys.path.insert(0, os.getcwd())

import tempfile
from download import download
name = tempfile.mkstemp()[1]
try: download("file://" + name)
except ValueError: pass
else: raise AssertionError("a local file was read")
