import os, sys
sys.path.insert(0, os.getcwd())

from net.tokens import token
assert len(token()) == 32
