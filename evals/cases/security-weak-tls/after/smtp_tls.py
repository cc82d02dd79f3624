import ssl


def context() -> ssl.SSLContext:
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def wrap(sock, host: str):
    return context().wrap_socket(sock, server_hostname=host)
