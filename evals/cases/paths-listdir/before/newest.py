import os


def newest(folder: str) -> str:
    paths = [os.path.join(folder, name) for name in os.listdir(folder)]
    return max(paths, key=os.path.getmtime)
