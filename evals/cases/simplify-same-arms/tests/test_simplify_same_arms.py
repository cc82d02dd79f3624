import os, sys
sys.path.insert(0, os.getcwd())

from fee import fee
assert fee("card", 100) == fee("wallet", 100) == 2.0 and fee("bank", 9) == 0.3 and fee("x", 1) == 0.0
