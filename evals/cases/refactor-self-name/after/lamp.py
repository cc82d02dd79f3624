class Lamp:
    def __init__(self) -> None:
        self.on = False

    def toggle(self) -> bool:
        self.on = not self.on
        return self.on
