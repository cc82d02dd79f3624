def longest(lines: list[str]) -> int:
    best = 0
    for l in lines:
        if len(l.rstrip()) > best:
            best = len(l.rstrip())
    return best
