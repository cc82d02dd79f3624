def line(host: str, program: str, pid: int, text: str) -> str:
    return "%s %s[%d]: %s" % (
        host,
        program,
        pid,
        text,
    )
