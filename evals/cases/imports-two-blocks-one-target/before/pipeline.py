import sys
import re

PATTERN = re.compile(r"^(?P<key>\w+)=(?P<value>.*)$")


def parse(line: str) -> dict[str, str]:
    match = PATTERN.match(line)
    if match is None:
        sys.exit(f"not a setting: {line}")
    return match.groupdict()


def dump(settings: dict[str, str]) -> bytes:
    import zlib
    import json

    return zlib.compress(json.dumps(settings).encode())
