import importlib.util

HAVE_ORJSON = importlib.util.find_spec("orjson") is not None


def backend() -> str:
    return "orjson" if HAVE_ORJSON else "json"
