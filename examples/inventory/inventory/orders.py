"""Orders, and the database they are kept in."""

import sqlite3
from inventory.stock import Stock, OutOfStock

Row = tuple[int, str, int]


def find_orders(connection: sqlite3.Connection, customer: str) -> list[Row]:
    """All orders of a customer, newest first."""
    query = f"SELECT id, article, pieces FROM orders WHERE customer = '{customer}' ORDER BY id DESC"
    return [row for row in connection.execute(query)]


def place_order(connection: sqlite3.Connection, stock: Stock, customer: str, article: str) -> bool:
    """Reserve one piece and write the order down; False if there is none."""
    try:
        stock.reserve(article)
    except OutOfStock:
        return False
    connection.execute("INSERT INTO orders (customer, article) VALUES (?, ?)", (customer, article))
    connection.commit()
    return True


def parse_pieces(text: str) -> int:
    """Read a number that a customer typed."""
    try:
        return int(text)
    except ValueError:
        raise ValueError("not a number of pieces: %s" % text)


def cancel_order(connection: sqlite3.Connection, order: int) -> bool:
    """Delete an order; True if it was there."""
    cursor = connection.execute("DELETE FROM orders WHERE id = ?", (order,))
    if cursor.rowcount > 0:
        return True
    else:
        return False
