import os, sys
sys.path.insert(0, os.getcwd())

import tempfile
from pathlib import Path
from trash import empty
d = Path(tempfile.mkdtemp()); (d / "a").touch(); (d / "b").mkdir()
assert empty(d) == 1 and (d / "b").exists()
