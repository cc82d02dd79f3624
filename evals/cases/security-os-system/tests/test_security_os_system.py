import os, sys
sys.path.insert(0, os.getcwd())

from pinger import version_of
assert version_of("python3") and not version_of("true; true")
