import sys

if sys.version_info >= (3, 11):
    import tomllib
else:
    tomllib = None


def load(text: str) -> dict:
    return tomllib.loads(text) if tomllib else {}
