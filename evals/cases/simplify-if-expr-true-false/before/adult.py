def adult(age: int, country: str) -> bool:
    limit = 21 if country == "US" else 18
    return True if age >= limit else False
