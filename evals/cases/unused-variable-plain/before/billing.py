def invoice_total(lines: list[dict], vat: float) -> float:
    net = sum(line["price"] * line["amount"] for line in lines)
    rounded = round(net, 2)
    return round(net * (1 + vat), 2)
