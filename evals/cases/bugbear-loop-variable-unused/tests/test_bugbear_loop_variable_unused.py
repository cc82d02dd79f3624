import os, sys
sys.path.insert(0, os.getcwd())

from banner import banner
assert banner(["a", "bcd"]).split("\n")[1] == "* a   *"
