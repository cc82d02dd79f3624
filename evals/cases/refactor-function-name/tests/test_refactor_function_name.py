import os, sys
sys.path.insert(0, os.getcwd())

from distance import nearest
assert nearest("cat", ["dog", "car"]) == "car"
