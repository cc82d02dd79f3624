class Version:
    def __init__(self, *parts: int) -> None:
        self.parts = parts

    @classmethod
    def parse(cls, text: str, separator: str = ".") -> "Version":
        return cls(*(int(part) for part in text.split(separator)))
