def head(items):
    return items[:1]


def tail(items):
    if items is not None:
        return items[1:]
    return []
