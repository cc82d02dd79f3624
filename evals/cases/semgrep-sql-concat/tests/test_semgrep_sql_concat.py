import os, sys
sys.path.insert(0, os.getcwd())

import sqlite3
from orders_repo import orders_of
c = sqlite3.connect(":memory:").cursor()
c.execute("CREATE TABLE orders (id, total, customer)"); c.execute("INSERT INTO orders VALUES (1, 2, 'ada')")
assert orders_of(c, "ada") == [(1, 2)] and orders_of(c, "' OR ''='") == []
