import os, sys
sys.path.insert(0, os.getcwd())

from uptime import version
assert version().startswith("3.")
