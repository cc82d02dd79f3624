import os, sys
sys.path.insert(0, os.getcwd())

from receipts import receipt
assert receipt("Ada", 3, 7) == "Receipt 7 for Ada: 3.00 EUR"
