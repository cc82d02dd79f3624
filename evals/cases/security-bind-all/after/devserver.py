from http.server import HTTPServer, SimpleHTTPRequestHandler


def serve(port: int = 8000, host: str = "127.0.0.1") -> None:
    HTTPServer((host, port), SimpleHTTPRequestHandler).serve_forever()
