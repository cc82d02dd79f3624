def read_prices(rows: list[list[str]]) -> tuple[dict[str, float], int]:
    prices: dict[str, float] = {}
    skipped = 0
    for row in rows:
        try:
            sku, price = row
            prices[sku] = float(price)
        except Exception:
            continue
    return prices, skipped
