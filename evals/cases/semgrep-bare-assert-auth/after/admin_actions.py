class User:
    def __init__(self, name: str, is_admin: bool = False) -> None:
        self.name, self.is_admin = name, is_admin


def delete_account(user: User, accounts: set[str], name: str) -> None:
    if not user.is_admin:
        raise PermissionError(user.name)
    accounts.discard(name)
