import os, sys
sys.path.insert(0, os.getcwd())

import warnings
from legacy_api import get_all
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    get_all([1])
assert seen[0].filename.endswith("test_bugbear_warn_without_stacklevel.py"), seen[0].filename
