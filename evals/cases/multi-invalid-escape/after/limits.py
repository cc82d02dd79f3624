import re

PATTERN = re.compile(r"^\d{4}-[01][0-9]$")


def month(text: str) -> str:
    if not PATTERN.match(text):
        raise ValueError("a month is written with four digits, a dash and two digits, \
like 2024-05")
    return text
