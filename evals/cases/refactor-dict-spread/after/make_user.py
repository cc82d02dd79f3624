def make(name: str, **more: str) -> dict[str, str]:
    return {"name": name, **more}


def guest() -> dict[str, str]:
    return make("guest", role="reader")
