import os, sys
sys.path.insert(0, os.getcwd())
from sanitize import clean_name
assert clean_name("  Ada   Lovelace ") == "Ada Lovelace"
