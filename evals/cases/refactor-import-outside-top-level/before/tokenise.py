def tokens(line: str) -> list[str]:
    import shlex

    return shlex.split(line, comments=True)
