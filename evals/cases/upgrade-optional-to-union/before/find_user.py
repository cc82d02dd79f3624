from typing import Optional

USERS = {1: "ada", 2: "grace"}


def find(number: int, fallback: Optional[str] = None) -> Optional[str]:
    return USERS.get(number, fallback)
