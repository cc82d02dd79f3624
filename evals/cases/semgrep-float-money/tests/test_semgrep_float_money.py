import os, sys
sys.path.insert(0, os.getcwd())

from invoice_money import total
assert total(["0.10", "0.20"]) == "0.30 EUR"
