import os


def cache_file(folder):
    return os.path.join(folder, "cache.json")


def has_cache(folder):
    return os.path.exists(cache_file(folder))
