import os, sys
sys.path.insert(0, os.getcwd())

from mailer import deliver
assert deliver("a").sent == ["a"]
assert deliver("b").sent == ["b"]
