def grade(points: int) -> str:
    if points >= 90:
        return "A"
    else:
        if points >= 75:
            result = "B"
        else:
            result = "C"
    return result
