import os, sys
sys.path.insert(0, os.getcwd())

from graph import Graph
Graph().connect("a", "b")
assert Graph().degree("a") == 0
