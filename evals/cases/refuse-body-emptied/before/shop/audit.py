def orders_since(db, day: str) -> list:
    """Orders of a day and later."""
    rows = db.execute(f"SELECT id FROM orders WHERE day >= '{day}'")
    return [row[0] for row in rows]
