def in_stock(shelves: dict[str, int], least: int = 1) -> dict[str, int]:
    result = {}
    for sku, amount in shelves.items():
        if (
            amount >= least
            and not sku.startswith("#")
        ):
            result[sku] = amount
    return result
