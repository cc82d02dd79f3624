def folder(user: str) -> str:
    return "/tmp/uploads/" + user
