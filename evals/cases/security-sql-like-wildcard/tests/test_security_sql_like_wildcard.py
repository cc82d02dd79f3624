import os, sys
sys.path.insert(0, os.getcwd())

import sqlite3
from search_db import search
db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE books (title)"); db.execute("INSERT INTO books VALUES ('O''Reilly on SQL')")
assert search(db, "Reilly") == ["O'Reilly on SQL"]
assert search(db, "O'R") == ["O'Reilly on SQL"]
