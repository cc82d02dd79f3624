import os, sys
sys.path.insert(0, os.getcwd())

import subprocess
from migrate import python
assert python("print(1)") == "1"
try: python("raise SystemExit(3)")
except subprocess.CalledProcessError: pass
else: raise AssertionError
