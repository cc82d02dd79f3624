import urllib.request

import requests


def fetch(url: str) -> list[str]:
    return requests.get(url).text.splitlines()


def local(path: str) -> bytes:
    with urllib.request.urlopen(path) as answer:
        return answer.read()
