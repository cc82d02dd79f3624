class Lamp:
    def __init__(self) -> None:
        self.on = False

    def toggle(this) -> bool:
        this.on = not this.on
        return this.on
