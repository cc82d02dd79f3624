def money(amount: int, currency: str, locale: str) -> str:
    return f"{amount / 100:.2f} {currency}"


def receipt(lines: list[tuple[str, int]]) -> str:
    return "\n".join(f"{name:<20}{money(amount, 'EUR', 'de')}" for name, amount in lines)
