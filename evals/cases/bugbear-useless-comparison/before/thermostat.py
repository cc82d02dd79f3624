class Thermostat:
    def __init__(self, target: float) -> None:
        self.target = target
        self.heating = False

    def update(self, temperature: float) -> None:
        self.heating == temperature < self.target
