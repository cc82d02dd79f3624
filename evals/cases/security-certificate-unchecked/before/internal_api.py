import requests


def health(host: str) -> bool:
    return requests.get(f"https://{host}/health", verify=False, timeout=3).ok
