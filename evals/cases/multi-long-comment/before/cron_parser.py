def field(text: str, low: int, high: int) -> set[int]:
    # A field is a star, a number, a range such as 1-5, a step such as */15, or a list of these with commas in between.
    values: set[int] = set()
    for part in text.split(","):
        span, _, step = part.partition("/")
        first, _, last = span.partition("-")
        start = low if span == "*" else int(first)
        end = high if span == "*" else int(last or first)
        values.update(range(start, end + 1, int(step or 1)))
    return values
