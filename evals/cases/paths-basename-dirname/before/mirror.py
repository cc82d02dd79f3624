import os


def mirrored(path: str, root: str) -> str:
    folder = os.path.dirname(path)
    name = os.path.basename(path)
    return f"{root}/{folder.strip('/')}/{name}"
