import hmac


def sign(key: bytes, text: str) -> str:
    return hmac.new(key, b"v1:" + text.encode(), "sha256").hexdigest()
