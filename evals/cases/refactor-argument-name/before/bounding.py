def bounding(pointList: list[tuple[int, int]]) -> tuple[int, int, int, int]:
    xValues = [x for x, _ in pointList]
    yValues = [y for _, y in pointList]
    return min(xValues), min(yValues), max(xValues), max(yValues)
