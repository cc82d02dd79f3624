USERS = {1: "ada", 2: "grace"}


def find(number: int, fallback: str | None = None) -> str | None:
    return USERS.get(number, fallback)
