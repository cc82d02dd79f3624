import hashlib
import secrets
import uuid

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def voucher(length: int = 10) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def fingerprint(voucher_code: str) -> str:
    return hashlib.sha256(voucher_code.encode()).hexdigest()[:12]
