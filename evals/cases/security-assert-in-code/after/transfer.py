def transfer(accounts: dict[str, int], source: str, target: str, amount: int) -> None:
    if amount <= 0:
        raise ValueError("the amount must be positive")
    if accounts[source] < amount:
        raise ValueError("not enough money")
    accounts[source] -= amount
    accounts[target] += amount
