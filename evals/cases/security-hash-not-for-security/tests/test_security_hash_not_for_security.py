import os, sys
sys.path.insert(0, os.getcwd())

from cache_key import cache_key
import hashlib
assert cache_key("http://a") == hashlib.md5(b"http://a").hexdigest()[:16]
