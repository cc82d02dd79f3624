import os, sys
sys.path.insert(0, os.getcwd())

from rename_ext import with_suffix
assert with_suffix("a.txt", ".md") == "a.md"
