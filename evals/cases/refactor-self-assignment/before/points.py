def move(point: dict, x: int, y: int) -> dict:
    x = x
    point["x"] = point["x"] + x
    point["y"] = point["y"] + y
    return point
