import os


def relative(path: str) -> str:
    return path.removeprefix(os.getcwd()).lstrip("/")
