def put(item, into=[]):
    into.append(item)
    return into
