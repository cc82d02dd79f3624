def snapshot(rows: dict[str, int]) -> list[tuple[str, int]]:
    return [(name, count) for name, count in rows.items()]
