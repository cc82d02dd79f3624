import os, sys
sys.path.insert(0, os.getcwd())

import logging
logging.disable(logging.CRITICAL)
from job_runner import run_all
def bad(): raise RuntimeError("x")
assert run_all([("a", bad), ("b", lambda: None)]) == 1
