def add_item(item: str, basket: list[str] = []) -> list[str]:
    basket.append(item)
    return basket
