import os, sys
sys.path.insert(0, os.getcwd())

from query_filter import Column, where
assert where(None, 1) == ""
assert where(Column("age"), 3) == "WHERE age = 3"
