import socket


def reachable(host: str) -> bool:
    try:
        socket.getaddrinfo(host, 443)
    except (OSError, UnicodeError, OSError):
        return False
    return True
