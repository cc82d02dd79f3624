class Outbox:
    def __init__(self) -> None:
        self.sent: list[str] = []


def deliver(text: str, outbox: Outbox | None = None) -> Outbox:
    if outbox is None:
        outbox = Outbox()
    outbox.sent.append(text)
    return outbox
