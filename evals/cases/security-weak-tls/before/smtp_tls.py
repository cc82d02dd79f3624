import ssl


def context() -> ssl.SSLContext:
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def wrap(sock, host: str):
    return ssl.wrap_socket(sock, ssl_version=ssl.PROTOCOL_TLSv1)
