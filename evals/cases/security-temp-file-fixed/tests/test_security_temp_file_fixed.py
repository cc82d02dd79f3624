import os, sys
sys.path.insert(0, os.getcwd())

import json
from report_temp import dump
first, second = dump([{"a": 1}]), dump([])
assert first != second and json.load(open(first)) == [{"a": 1}]
