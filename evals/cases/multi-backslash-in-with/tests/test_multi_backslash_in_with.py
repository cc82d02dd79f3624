import os, sys
sys.path.insert(0, os.getcwd())

import tempfile
from copy_lines import copy
d = tempfile.mkdtemp()
open(d + "/a", "w").write("hello")
assert copy(d + "/a", d + "/b") == 5 and open(d + "/b").read() == "hello"
