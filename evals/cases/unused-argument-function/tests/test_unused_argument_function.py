import os, sys
sys.path.insert(0, os.getcwd())
from formatting import receipt
assert receipt([("tea", 350)]).endswith("3.50 EUR")
