import os, sys
sys.path.insert(0, os.getcwd())

from errors_text import TooManyFiles
assert str(TooManyFiles(9, 5)).endswith("5 can be uploaded at once; send the rest later")
