def find_product(sku):
    return {"sku": sku}
