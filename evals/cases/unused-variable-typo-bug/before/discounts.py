def final_price(price: float, member: bool) -> float:
    discounted = price
    if member:
        discouted = price * 0.9
    return round(discounted, 2)
