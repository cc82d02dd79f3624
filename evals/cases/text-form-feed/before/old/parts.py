def head(items):
    return items[:1]


def tail(items):
    if not items is None:
        return items[1:]
    return []
