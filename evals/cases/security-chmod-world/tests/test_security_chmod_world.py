import os, sys
sys.path.insert(0, os.getcwd())

import stat, tempfile
from log_setup import setup
name = tempfile.mkstemp()[1]
setup(name)
assert stat.S_IMODE(os.stat(name).st_mode) & 0o007 == 0
