import os, sys
sys.path.insert(0, os.getcwd())
from slugify import slugify
assert slugify("Über die Brücke!") == "uber-die-brucke"
