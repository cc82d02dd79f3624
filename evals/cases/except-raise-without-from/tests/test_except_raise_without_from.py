import os, sys
sys.path.insert(0, os.getcwd())

from accounts import UnknownAccount, balance
try: balance("B-2")
except UnknownAccount as error: assert isinstance(error.__cause__, KeyError)
else: raise AssertionError
