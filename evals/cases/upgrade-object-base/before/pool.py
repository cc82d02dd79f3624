class Pool(object):
    def __init__(self, size: int) -> None:
        self.free = list(range(size))

    def take(self) -> int:
        return self.free.pop()
