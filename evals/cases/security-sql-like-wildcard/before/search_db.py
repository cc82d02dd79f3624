import sqlite3


def search(db: sqlite3.Connection, term: str, limit: int = 20) -> list[str]:
    sql = "SELECT title FROM books WHERE title LIKE '%" + term + "%' ORDER BY title LIMIT " + str(limit)
    return [row[0] for row in db.execute(sql)]
