def bare_host(url: str) -> str:
    return url.lstrip("https://").rstrip("/")
