from dataclasses import asdict, dataclass


@dataclass
class Order:
    id: int
    total: float

    def as_dict(self):
        return asdict(self)
