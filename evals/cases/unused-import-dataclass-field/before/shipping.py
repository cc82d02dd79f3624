from dataclasses import dataclass, field


@dataclass(frozen=True)
class Parcel:
    weight: float
    country: str = "DE"

    @property
    def price(self) -> float:
        return 4.99 if self.country == "DE" and self.weight < 2 else 9.49
