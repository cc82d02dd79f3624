from collections.abc import Callable, Iterator
from typing import NamedTuple


class Step(NamedTuple):
    name: str
    run: Callable[[str], str]


def apply(steps: Iterator[Step], text: str) -> str:
    for step in steps:
        text = step.run(text)
    return text
