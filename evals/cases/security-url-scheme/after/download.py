import http.client
from urllib.parse import urlsplit


def download(url: str) -> bytes:
    parts = urlsplit(url)
    if parts.scheme != "https":
        raise ValueError("only https is allowed")
    connection = http.client.HTTPSConnection(parts.netloc, timeout=10)
    try:
        connection.request("GET", parts.path or "/")
        return connection.getresponse().read()
    finally:
        connection.close()
