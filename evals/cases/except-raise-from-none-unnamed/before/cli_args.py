import argparse


def positive(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number")
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number
