def mode(values, seen={}):
    for value in values:
        seen[value] = seen.get(value, 0) + 1
    return max(seen, key=seen.get)
