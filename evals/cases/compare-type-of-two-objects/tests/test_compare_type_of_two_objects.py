import os, sys
sys.path.insert(0, os.getcwd())

from merge_nodes import Leaf, Node, same_kind
assert same_kind(Leaf(), Leaf()) and not same_kind(Leaf(), Node())
