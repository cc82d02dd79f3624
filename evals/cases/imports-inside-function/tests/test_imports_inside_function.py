import os, sys
sys.path.insert(0, os.getcwd())
from cli_export import export
assert export([{"a": 1}], "csv").split() == ["a", "1"]
assert export([{"a": 1}], "json") == '[{"a": 1}]'
