import os, sys
sys.path.insert(0, os.getcwd())

import sqlite3
from users_db import find_user
db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE users (id, name)"); db.execute("INSERT INTO users VALUES (1, 'ada')")
assert find_user(db, "ada") == (1, "ada")
assert find_user(db, "x' OR '1'='1") is None
