import os, sys
sys.path.insert(0, os.getcwd())

from orders_api import search
class Client:
    def get(self, path, params): assert params["status"] == "open"; return {"items": list(range(60))}
assert search(Client(), "a", "b", "c", "open", 2) == list(range(50, 60))
