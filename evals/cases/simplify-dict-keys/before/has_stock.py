STOCK = {"bolt": 12, "nut": 0}


def known(name: str) -> bool:
    return name in STOCK.keys()
