from typing import Dict, List, Optional


def stock(rows: list[tuple[str, int]], sku: str) -> int | None:
    table: dict[str, int] = dict(rows)
    return table.get(sku)
