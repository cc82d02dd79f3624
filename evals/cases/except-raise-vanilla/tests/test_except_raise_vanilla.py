import os, sys
sys.path.insert(0, os.getcwd())

from quota import Quota, QuotaExceeded
q = Quota(3); q.take(2)
try: q.take(2)
except QuotaExceeded: pass
else: raise AssertionError
