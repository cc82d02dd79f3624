import hmac


def sign(key: bytes, text: str) -> str:
    return hmac.new(key, "v1:".encode("utf-8") + text.encode(), "sha256").hexdigest()
