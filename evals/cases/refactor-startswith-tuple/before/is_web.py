def is_web(url: str) -> bool:
    return url.startswith("http://") or url.startswith("https://")
