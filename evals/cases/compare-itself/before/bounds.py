def overlap(start: int, end: int, first: int, last: int) -> bool:
    """Whether two closed ranges share a number."""
    return start <= last and end >= end
