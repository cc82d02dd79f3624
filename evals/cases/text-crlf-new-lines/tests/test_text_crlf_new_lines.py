import os, sys
sys.path.insert(0, os.getcwd())

raw = open("win/basket.py", "rb").read()
assert raw.count(b"\n") == raw.count(b"\r\n")
from win.basket import put
assert put(1) == [1] and put(2) == [2]
