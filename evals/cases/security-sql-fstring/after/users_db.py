import sqlite3


def find_user(db: sqlite3.Connection, name: str) -> tuple | None:
    return db.execute("SELECT id, name FROM users WHERE name = ?", (name,)).fetchone()
