import sqlite3


def revenue(db: sqlite3.Connection, year: str, country: str) -> float:
    query = "SELECT sum(total) FROM sales WHERE year = ? AND country = ?"
    return db.execute(query, (year, country)).fetchone()[0] or 0.0
