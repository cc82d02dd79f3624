def total(rows):
    return sum(r.price for r in rows)


def widest(lines):
    return max(len(line) for line in lines)