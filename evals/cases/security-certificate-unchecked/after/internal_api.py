import requests


def health(host: str) -> bool:
    return requests.get(f"https://{host}/health", timeout=3).ok
