import os, sys
sys.path.insert(0, os.getcwd())

import tempfile
from thumbnailer import size_of
name = os.path.join(tempfile.mkdtemp(), "a b;c")
open(name, "w").write("12345")
assert size_of(name) == 5
