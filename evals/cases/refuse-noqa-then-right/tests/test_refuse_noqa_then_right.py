import os, sys
sys.path.insert(0, os.getcwd())

from net.port import port
assert port("{}") == 8080 and port('{"port": "99"}') == 99
try:
    class Stop(str):
        pass
    import json
    json.loads = lambda _: (_ for _ in ()).throw(KeyboardInterrupt)
    port("x")
except KeyboardInterrupt: pass
else: raise AssertionError
