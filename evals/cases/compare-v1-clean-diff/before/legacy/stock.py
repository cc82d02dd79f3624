def in_stock(items):
    found = []
    for item in items:
        if item["sold_out"] == False:
            found.append(item["sku"])
    return found
