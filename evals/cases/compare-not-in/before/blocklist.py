BLOCKED = frozenset({"mailinator.com", "example.org"})


def accept(address: str) -> bool:
    _, _, domain = address.rpartition("@")
    return bool(domain) and not domain.lower() in BLOCKED
