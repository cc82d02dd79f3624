import os

import jwt


def user_of(token: str) -> str:
    claims = jwt.decode(token, secret(), algorithms=["HS256"])
    return claims["sub"]


def secret() -> str:
    return os.environ["JWT_KEY"]
