import re

NUMBER = re.compile(r"\d+")


def starts_with_number(text: str) -> bool:
    if NUMBER.match(text) is not None:
        return True
    return False
