def in_stock(shelves: dict[str, int], least: int = 1) -> dict[str, int]:
    return {
        sku: amount
        for sku, amount in shelves.items()
        if amount >= least and not sku.startswith("#")
    }
