def line(host: str, program: str, pid: int, text: str) -> str:
    return f"{host} {program}[{pid}]: {text}"
