import hmac


def login(given: str, user: str = "admin", password: str = "letmein-2024") -> bool:
    return user == "admin" and hmac.compare_digest(given, password)
