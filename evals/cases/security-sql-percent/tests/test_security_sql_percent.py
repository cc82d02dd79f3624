import os, sys
sys.path.insert(0, os.getcwd())

import sqlite3
from sales_db import revenue
db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE sales (year TEXT, country TEXT, total REAL)"); db.execute("INSERT INTO sales VALUES ('2024', 'DE', 5)")
assert revenue(db, "2024", "DE") == 5 and revenue(db, "2024", "O'Neil") == 0
