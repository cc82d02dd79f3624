def move(point: dict, x: int, y: int) -> dict:
    point["x"] = point["x"] + x
    point["y"] = point["y"] + y
    return point
