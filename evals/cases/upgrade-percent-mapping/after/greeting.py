TEXT = "Dear %(title)s %(name)s"


def greet(title: str, name: str) -> str:
    return f"Dear {title} {name},"
