def read_header(path: str) -> list[str]:
    with open(
        path,
        "r",
        encoding="utf-8",
    ) as source:
        return (
            source
            .readline()
            .strip()
            .split(";")
        )
