import os, sys
sys.path.insert(0, os.getcwd())

import time
from stamps import stamp
first = stamp("a"); time.sleep(0.01)
assert stamp("a") != first
assert stamp("b", 1.5) == "b@1.500"
