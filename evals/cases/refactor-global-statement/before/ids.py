_next = 0


def new_id() -> int:
    global _next
    _next += 1
    return _next
