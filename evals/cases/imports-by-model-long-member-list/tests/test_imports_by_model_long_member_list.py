import os, sys
sys.path.insert(0, os.getcwd())
from ledger import api
account = api.open_account("cash")
api.post_entry(account, api.MINIMUM)
api.reverse_entry(account, 0)
assert api.list_entries(account) == [api.MINIMUM, -api.MINIMUM]
