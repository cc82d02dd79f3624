import warnings


def fetch_all(source: list[int]) -> list[int]:
    return list(source)


def get_all(source: list[int]) -> list[int]:
    warnings.warn("get_all() is now fetch_all()", DeprecationWarning)
    return fetch_all(source)
