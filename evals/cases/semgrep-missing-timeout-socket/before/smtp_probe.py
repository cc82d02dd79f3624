import socket


def banner(host: str, port: int = 25) -> str:
    connection = socket.create_connection((host, port))
    try:
        return connection.recv(512).decode(errors="replace")
    finally:
        connection.close()
