def clean_name(raw: str) -> str:
    """Strips blanks and joins inner runs of them."""
    collapsed = " ".join(raw.split())
    return raw
