import os

DB_HOST = os.environ.get("DB_HOST", "localhost")
DB_PASSWORD = "correct-horse-battery"


def dsn() -> str:
    return f"postgresql://shop:{DB_PASSWORD}@{DB_HOST}/shop"
