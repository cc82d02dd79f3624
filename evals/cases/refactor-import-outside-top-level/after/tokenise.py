import shlex


def tokens(line: str) -> list[str]:
    return shlex.split(line, comments=True)
