def first(values):
	if values is None:
		return None
	return values[0]


def last(values):
    return values[-1] if values else None
