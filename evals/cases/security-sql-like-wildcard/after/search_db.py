import sqlite3


def search(db: sqlite3.Connection, term: str, limit: int = 20) -> list[str]:
    sql = "SELECT title FROM books WHERE title LIKE ? ORDER BY title LIMIT ?"
    return [row[0] for row in db.execute(sql, (f"%{term}%", limit))]
