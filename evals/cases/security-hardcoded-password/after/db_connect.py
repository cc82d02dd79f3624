import os

DB_HOST = os.environ.get("DB_HOST", "localhost")
DB_PASSWORD = os.environ["DB_PASSWORD"]


def dsn() -> str:
    return f"postgresql://shop:{DB_PASSWORD}@{DB_HOST}/shop"
