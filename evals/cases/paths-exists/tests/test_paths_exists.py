import os, sys
sys.path.insert(0, os.getcwd())

import tempfile
from first_run import first_run
d = tempfile.mkdtemp()
assert first_run(d) and not first_run(d)
