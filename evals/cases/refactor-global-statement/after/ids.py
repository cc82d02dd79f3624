import itertools

_ids = itertools.count(1)


def new_id() -> int:
    return next(_ids)
