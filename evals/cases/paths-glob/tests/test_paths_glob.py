import os, sys
sys.path.insert(0, os.getcwd())

import tempfile
from photos import photos
d = tempfile.mkdtemp(); os.mkdir(d + "/x"); open(d + "/x/a.jpg", "w").close()
assert photos(d) == [d + "/x/a.jpg"]
