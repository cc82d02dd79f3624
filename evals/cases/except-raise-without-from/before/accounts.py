class UnknownAccount(Exception):
    pass


ACCOUNTS = {"A-1": 120}


def balance(number: str) -> int:
    try:
        return ACCOUNTS[number]
    except KeyError as error:
        raise UnknownAccount(number)
