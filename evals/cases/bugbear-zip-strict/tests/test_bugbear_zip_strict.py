import os, sys
sys.path.insert(0, os.getcwd())

from columns import to_records
assert to_records(["a", "b"], [["1", "2"]]) == [{"a": "1", "b": "2"}]
try: to_records(["a", "b"], [["1"]])
except ValueError: pass
else: raise AssertionError("a cell was lost")
