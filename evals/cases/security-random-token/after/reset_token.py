import secrets
import string


def reset_token(length: int = 32) -> str:
    return "".join(secrets.choice(string.ascii_letters) for _ in range(length))
