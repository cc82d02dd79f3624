import os, sys
sys.path.insert(0, os.getcwd())

import sqlite3
from batch_delete import statuses
db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE jobs (id, status)"); db.execute("INSERT INTO jobs VALUES ('a''b', 'done')")
assert statuses(db, ["a'b", "zz"]) == {"a'b": "done"}
