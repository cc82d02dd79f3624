import os, sys
sys.path.insert(0, os.getcwd())

from exporters import Exporter, TextExporter
assert TextExporter().export([1]) == "1"
try: Exporter()
except TypeError: pass
else: raise AssertionError
