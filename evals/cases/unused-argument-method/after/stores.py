class MemoryStore:
    def __init__(self) -> None:
        self._rows: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        return self._rows.get(key)

    def put(self, key: str, value: bytes, overwrite: bool = True) -> None:
        if key in self._rows and not overwrite:
            raise KeyError(key)
        self._rows[key] = value
