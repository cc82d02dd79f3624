def transfer(accounts: dict[str, int], source: str, target: str, amount: int) -> None:
    assert amount > 0, "the amount must be positive"
    if accounts[source] < amount:
        raise ValueError("not enough money")
    accounts[source] -= amount
    accounts[target] += amount
