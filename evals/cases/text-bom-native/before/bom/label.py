import os
import textwrap


def label(text: str) -> str:
    return textwrap.shorten(text, 40)
