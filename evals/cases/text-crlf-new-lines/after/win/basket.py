def put(item, into=None):
    if into is None:
        into = []
    into.append(item)
    return into
