def names(rows):
    return [row["name"] for row in rows if not row.get("name") is None]
