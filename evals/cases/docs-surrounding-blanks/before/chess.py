"""Chess boards."""


def colour(file: str, rank: int) -> str:
    """ Name the colour of a square. """
    return "dark" if (ord(file) + rank) % 2 == 0 else "light"
