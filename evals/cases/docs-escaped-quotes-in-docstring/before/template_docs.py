"""Code templates."""

TEMPLATE = '''def {name}():
    """{summary}"""
'''


def stub(name: str, summary: str) -> str:
    return TEMPLATE.format(name=name, summary=summary)
