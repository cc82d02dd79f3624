def by_size(files: list[dict]) -> list[dict]:
    def key(file: dict) -> tuple[int, str]:
        return (
            -file["size"],
            file["name"],
        )

    return sorted(files, key=key)
