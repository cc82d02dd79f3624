import os, sys
sys.path.insert(0, os.getcwd())

from nested.retry import retrying
calls = []
@retrying(3)
def work(x):
    calls.append(x)
    raise ValueError
assert work(1) is None and calls == [1, 1, 1]
@retrying(2)
def stop(): raise KeyboardInterrupt
try: stop()
except KeyboardInterrupt: pass
else: raise AssertionError("interrupt swallowed")
