def describe(event: object, source: str) -> str:
    return (
        f"event {event!r} "
        f"from {source!s}"
    )
