from urllib.request import urlopen


def download(url: str) -> bytes:
    with urlopen(url, timeout=10) as answer:
        return answer.read()
