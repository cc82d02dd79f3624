def page(items: list[str], size: int = None) -> list[str]:
    return items[:size] if size else items
