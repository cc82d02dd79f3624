import os
import tempfile


def spool(data: bytes) -> str:
    handle, path = tempfile.mkstemp(suffix=".spool")
    with os.fdopen(handle, "wb") as out:
        out.write(data)
    return path
