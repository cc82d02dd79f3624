class Outbox:
    def __init__(self) -> None:
        self.sent: list[str] = []


def deliver(text: str, outbox: Outbox = Outbox()) -> Outbox:
    outbox.sent.append(text)
    return outbox
