POEM = """
Roses are red,   
violets are blue.
"""


def lines() -> list[str]:
    return POEM.strip().splitlines()
