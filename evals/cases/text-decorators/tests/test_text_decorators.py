import os, sys
sys.path.insert(0, os.getcwd())

from deco.routes import price
assert price("ab") == "200 EUR" and price("ab", "USD") == "200 USD"
