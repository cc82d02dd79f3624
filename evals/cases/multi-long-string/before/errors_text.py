class TooManyFiles(Exception):
    def __init__(self, count: int, limit: int) -> None:
        super().__init__(f"{count} files were given, but at most {limit} can be uploaded at once; send the rest later")
