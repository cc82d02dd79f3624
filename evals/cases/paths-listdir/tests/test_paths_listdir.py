import os, sys
sys.path.insert(0, os.getcwd())

import tempfile
from newest import newest
d = tempfile.mkdtemp()
for n, t in (("a", 5), ("b", 9)):
    open(os.path.join(d, n), "w").close(); os.utime(os.path.join(d, n), (t, t))
assert newest(d) == os.path.join(d, "b")
