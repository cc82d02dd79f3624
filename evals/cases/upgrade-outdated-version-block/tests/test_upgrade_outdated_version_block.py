import os, sys
sys.path.insert(0, os.getcwd())

from text_types import is_text
assert is_text("a") and not is_text(1)
