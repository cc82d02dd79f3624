import os, sys
sys.path.insert(0, os.getcwd())

import base64, pickle
from session_codec import dump, load
assert load(dump({"user": 3})) == {"user": 3}
class Evil:
    def __reduce__(self): return (dict, ([("pwned", 1)],))
try: assert load(base64.b64encode(pickle.dumps(Evil())).decode()) != {"pwned": 1}
except ValueError: pass
