TEXT = "Dear %(title)s %(name)s"


def greet(title: str, name: str) -> str:
    return "Dear %(title)s %(name)s," % {"title": title, "name": name}
