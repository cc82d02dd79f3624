ZONES = {"berlin": "Europe/Berlin", "tokyo": "Asia/Tokyo"}


def zone(city: str) -> str:
    if city in ZONES:
        name = ZONES[city]
    else:
        name = "UTC"
    return name
