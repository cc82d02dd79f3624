def command(program: str, options: list[str], files: list[str]) -> list[str]:
    return [program] + options + ["--"] + files
