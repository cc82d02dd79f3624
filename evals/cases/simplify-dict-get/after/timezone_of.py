ZONES = {"berlin": "Europe/Berlin", "tokyo": "Asia/Tokyo"}


def zone(city: str) -> str:
    return ZONES.get(city, "UTC")
