def bare_host(url: str) -> str:
    return url.removeprefix("https://").rstrip("/")
