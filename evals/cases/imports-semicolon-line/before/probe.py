import socket; import json


def probe(host: str, port: int) -> str:
    with socket.create_connection((host, port), timeout=3) as connection:
        connection.sendall(b"STATUS\r\n")
        return json.dumps({"host": host, "banner": connection.recv(200).decode()})
