def receipt(customer: str, total: float, number: int) -> str:
    return "Receipt {} for {}: {:.2f} EUR".format(
        number,
        customer,
        total,
    )
