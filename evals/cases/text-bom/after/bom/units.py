import math
import re

NUMBER = re.compile(r"\d+")


def round_up(text: str) -> int:
    return math.ceil(float(NUMBER.search(text)[0]))
