import sys

if sys.version_info[0] < 3:
    text = basestring
else:
    text = str


def is_text(value: object) -> bool:
    return isinstance(value, text)
