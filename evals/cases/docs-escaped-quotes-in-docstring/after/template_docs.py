"""Code templates."""

TEMPLATE = '''def {name}():
    """{summary}"""
'''


def stub(name: str, summary: str) -> str:
    """Write an empty function with a docstring."""
    return TEMPLATE.format(name=name, summary=summary)
