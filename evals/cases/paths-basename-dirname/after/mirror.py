from pathlib import Path


def mirrored(path: str, root: str) -> str:
    source = Path(path)
    folder = str(source.parent)
    name = source.name
    return f"{root}/{folder.strip('/')}/{name}"
