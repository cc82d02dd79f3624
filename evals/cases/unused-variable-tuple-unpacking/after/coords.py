def parse_position(text: str) -> float:
    _latitude, _longitude, altitude = (float(part) for part in text.split(","))
    return altitude
