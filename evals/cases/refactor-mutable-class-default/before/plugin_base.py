class Plugin:
    handlers: dict[str, object] = {}
    name = "base"

    def on(self, event: str, handler: object) -> None:
        self.handlers[event] = handler
