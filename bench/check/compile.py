"""Prints which of the files named on standard input (JSON) do not compile, as JSON."""

import json
import sys
import warnings

warnings.simplefilter("ignore")
broken = []
for name in json.load(sys.stdin):
    try:
        with open(name, "rb") as file:
            compile(file.read(), name, "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        broken.append(name)
json.dump(broken, sys.stdout)
