try:
    import orjson
except ImportError:
    HAVE_ORJSON = False
else:
    HAVE_ORJSON = True


def backend() -> str:
    return "orjson" if HAVE_ORJSON else "json"
