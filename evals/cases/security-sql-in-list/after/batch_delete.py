import sqlite3


def statuses(db: sqlite3.Connection, ids: list[str]) -> dict[str, str]:
    query = "SELECT id, status FROM jobs WHERE id = ?"
    rows = (db.execute(query, (one,)).fetchone() for one in ids)
    return {row[0]: row[1] for row in rows if row}
