import hashlib


def cache_key(url: str) -> str:
    """Name of the cache file of a URL. Changing it would empty all caches."""
    return hashlib.md5(url.encode()).hexdigest()[:16]
