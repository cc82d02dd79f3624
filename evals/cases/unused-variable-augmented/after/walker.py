import os


def python_files(root: str) -> list[str]:
    found = []
    for folder, _dirs, names in os.walk(root):
        found += [os.path.join(folder, name) for name in names if name.endswith(".py")]
    return sorted(found)
