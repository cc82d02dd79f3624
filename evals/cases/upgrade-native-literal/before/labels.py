def label(name: str) -> str:
    prefix = str("item-")
    return prefix + name.lower()
