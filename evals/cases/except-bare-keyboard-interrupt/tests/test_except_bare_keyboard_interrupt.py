import os, sys
sys.path.insert(0, os.getcwd())

from menu import choose
answers = iter(["x", "9", "2"])
assert choose(lambda _: next(answers), ["a", "b"]) == "b"
class Stop:
    def __int__(self): raise KeyboardInterrupt
turns = iter([Stop(), "1"])
try: choose(lambda _: next(turns), ["a"])
except KeyboardInterrupt: pass
else: raise AssertionError("the interrupt was swallowed")
