import sqlite3


def statuses(db: sqlite3.Connection, ids: list[str]) -> dict[str, str]:
    joined = ",".join(f"'{one}'" for one in ids)
    rows = db.execute(f"SELECT id, status FROM jobs WHERE id IN ({joined})")
    return dict(rows.fetchall())
