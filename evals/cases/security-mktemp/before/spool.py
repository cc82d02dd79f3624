import os
import tempfile


def spool(data: bytes) -> str:
    path = tempfile.mktemp(suffix=".spool")
    with open(path, "wb") as out:
        out.write(data)
    os.chmod(path, 0o600)
    return path
