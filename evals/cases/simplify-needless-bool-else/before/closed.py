def is_closed(hour: int) -> bool:
    if 8 <= hour < 20:
        return False
    else:
        return True
