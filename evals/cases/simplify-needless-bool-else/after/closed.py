def is_closed(hour: int) -> bool:
    return not 8 <= hour < 20
