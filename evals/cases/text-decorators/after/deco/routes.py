from functools import lru_cache, wraps


def logged(name):
    def decorate(function):
        @wraps(function)
        def inner(*args, **kwargs):
            return function(*args, **kwargs)

        return inner

    return decorate


@logged("price")
@lru_cache(maxsize=128)
def price(sku: str, currency: str = "EUR") -> str:
    return f"{len(sku) * 100} {currency}"
