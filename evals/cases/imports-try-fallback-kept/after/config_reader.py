import os
import pathlib

try:
    import tomllib
except ModuleNotFoundError:
    import tomli as tomllib


def read(name: str) -> dict:
    folder = os.environ.get("CONFIG_HOME", ".")
    return tomllib.loads(pathlib.Path(folder, name).read_text(encoding="utf-8"))
