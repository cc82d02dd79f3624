COLUMNS = [
    "id",
    "created_at"
    "updated_at",
    "status",
]


def select(table: str) -> str:
    return f"SELECT {', '.join(COLUMNS)} FROM {table}"
