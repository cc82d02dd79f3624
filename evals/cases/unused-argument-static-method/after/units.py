class Temperature:
    def __init__(self, celsius: float) -> None:
        self.celsius = celsius

    @classmethod
    def of(cls, value: float, unit: str) -> "Temperature":
        return cls(value if unit == "C" else cls.to_celsius(value))

    @staticmethod
    def to_celsius(fahrenheit: float) -> float:
        return (fahrenheit - 32) * 5 / 9
