import os, sys
sys.path.insert(0, os.getcwd())

import io, tarfile, tempfile
from unpack_upload import unpack
d = tempfile.mkdtemp(); name = os.path.join(d, "a.tar")
with tarfile.open(name, "w") as t:
    info = tarfile.TarInfo("../evil.txt"); info.size = 1
    t.addfile(info, io.BytesIO(b"x"))
os.mkdir(d + "/out")
try: unpack(name, d + "/out")
except tarfile.TarError: pass
assert not os.path.exists(d + "/evil.txt")
