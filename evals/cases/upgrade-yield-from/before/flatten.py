def flatten(value):
    if isinstance(value, list):
        for item in value:
            for leaf in flatten(item):
                yield leaf
    else:
        yield value
