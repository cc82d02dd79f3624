import os, sys
sys.path.insert(0, os.getcwd())

from sorted_names import initials
assert initials(["zoe", "Adam"]) == "AZ"
