from dataclasses import dataclass


@dataclass(frozen=True)
class Stay:
    room: str
    start: str
    nights: int
    price: float
    breakfast: bool = False
    parking: bool = False


def book(stay: Stay, guest: str) -> dict:
    extras = 12 * stay.breakfast + 8 * stay.parking
    total = stay.nights * (stay.price + extras)
    return {"room": stay.room, "guest": guest, "start": stay.start, "total": total}
