def orders_of(cursor, customer: str) -> list[tuple]:
    cursor.execute("SELECT id, total FROM orders WHERE customer = '" + customer + "'")
    return cursor.fetchall()
