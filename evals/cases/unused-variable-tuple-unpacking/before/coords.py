def parse_position(text: str) -> float:
    latitude, longitude, altitude = (float(part) for part in text.split(","))
    return altitude
