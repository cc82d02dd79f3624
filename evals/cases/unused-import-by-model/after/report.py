from collections import (
    Counter,
    defaultdict,
)


def totals(rows: list[tuple[str, int]]) -> dict[str, int]:
    sums: dict[str, int] = defaultdict(int)
    for name, amount in rows:
        sums[name] += amount
    return dict(Counter(sums).most_common())
