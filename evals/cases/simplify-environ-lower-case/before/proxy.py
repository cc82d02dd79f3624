import os


def proxy() -> str | None:
    return os.environ.get("shop_proxy")
