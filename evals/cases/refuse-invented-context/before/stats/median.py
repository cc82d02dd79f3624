def median(values):
    l = sorted(values)
    middle = len(l) // 2
    if len(l) % 2:
        return l[middle]
    return (l[middle - 1] + l[middle]) / 2
