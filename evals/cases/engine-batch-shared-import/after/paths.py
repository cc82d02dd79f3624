from pathlib import Path


def cache_file(folder):
    return Path(folder) / "cache.json"


def has_cache(folder):
    return Path(cache_file(folder)).exists()
