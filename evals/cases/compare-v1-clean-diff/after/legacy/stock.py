def in_stock(items):
    found = []
    for item in items:
        if not item["sold_out"]:
            found.append(item["sku"])
    return found
