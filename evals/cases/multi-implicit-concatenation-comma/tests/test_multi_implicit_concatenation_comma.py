import os, sys
sys.path.insert(0, os.getcwd())

from columns_sql import COLUMNS
assert len(COLUMNS) == 4
