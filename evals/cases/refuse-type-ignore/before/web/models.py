from typing import Optional


def first(rows: list[str]) -> Optional[str]:
    return rows[0] if rows else None
