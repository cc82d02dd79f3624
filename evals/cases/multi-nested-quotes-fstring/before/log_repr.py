def describe(event: object, source: str) -> str:
    return (
        f"event {repr(event)} "
        f"from {str(source)}"
    )
