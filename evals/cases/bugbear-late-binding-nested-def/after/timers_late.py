from collections.abc import Callable


def countdown(names: list[str]) -> list[Callable[[], str]]:
    callbacks = []
    for position, name in enumerate(names):

        def report(position: int = position, name: str = name) -> str:
            return f"{len(names) - position}: {name}"

        callbacks.append(report)
    return callbacks
