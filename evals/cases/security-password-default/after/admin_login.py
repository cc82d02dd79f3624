import hmac


def login(given: str, password: str, user: str = "admin") -> bool:
    return user == "admin" and hmac.compare_digest(given, password)
