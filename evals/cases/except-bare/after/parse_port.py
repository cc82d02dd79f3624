def parse_port(text: str, default: int = 8080) -> int:
    try:
        port = int(text)
    except ValueError:
        return default
    return port if 0 < port < 65536 else default
