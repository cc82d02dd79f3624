def longest(lines: list[str]) -> int:
    best = 0
    for line in lines:
        best = max(best, len(line.rstrip()))
    return best
