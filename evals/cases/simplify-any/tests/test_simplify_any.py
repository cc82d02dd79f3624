import os, sys
sys.path.insert(0, os.getcwd())

from contains import has_overdue
assert has_overdue([{"paid": False, "due": "2024-01-01"}], "2024-02-01") is True
assert has_overdue([], "2024") is False
