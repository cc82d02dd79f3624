import urllib.parse
import urllib.request


def fetch(base: str, name: str) -> bytes:
    url = urllib.parse.urljoin(base, name)
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.read()
