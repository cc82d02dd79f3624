import os, sys
sys.path.insert(0, os.getcwd())

import tempfile
from word_list import words
name = tempfile.mkstemp()[1]
open(name, "w").write("B a\nb")
assert words(name) == ["a", "b"]
