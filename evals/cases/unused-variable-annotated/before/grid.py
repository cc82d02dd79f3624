def neighbours(cell: tuple[int, int]) -> list[tuple[int, int]]:
    x, y = cell
    offsets: list[int] = [-1, 0, 1]
    count: int = len(offsets) ** 2 - 1
    return [(x + dx, y + dy) for dx in offsets for dy in offsets if (dx, dy) != (0, 0)]
