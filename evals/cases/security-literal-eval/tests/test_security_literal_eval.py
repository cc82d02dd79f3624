import os, sys
sys.path.insert(0, os.getcwd())

from points_text import points
assert points("[(1, 2), (3, 4)]") == [(1, 2), (3, 4)]
try: points("__import__('os').listdir()")
except ValueError: pass
else: raise AssertionError
