import os, sys
sys.path.insert(0, os.getcwd())

from admin_actions import User, delete_account
names = {"a"}
try: delete_account(User("x"), names, "a")
except PermissionError: pass
assert names == {"a"}
delete_account(User("y", True), names, "a")
assert names == set()
