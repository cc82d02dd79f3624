RATES = {"USD": 1.08, "GBP": 0.85}


def convert(amount, currency):
    if not currency in RATES:
        raise KeyError(currency)
    return amount * RATES[currency]
