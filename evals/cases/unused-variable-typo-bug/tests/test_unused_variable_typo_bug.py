import os, sys
sys.path.insert(0, os.getcwd())
from discounts import final_price
assert final_price(100, True) == 90.0
assert final_price(100, False) == 100
