import os, sys
sys.path.insert(0, os.getcwd())

from mirror import mirrored
assert mirrored("/a/b/c.txt", "/mnt") == "/mnt/a/b/c.txt"
