import os


def proxy() -> str | None:
    return os.environ.get("SHOP_PROXY")
