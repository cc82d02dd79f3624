def by_size(files: list[dict]) -> list[dict]:
    key = lambda file: (
        -file["size"],
        file["name"],
    )
    return sorted(files, key=key)
