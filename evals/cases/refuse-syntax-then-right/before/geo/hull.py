def corners(points):
    unique = {point for point in points}
    return sorted(unique)
