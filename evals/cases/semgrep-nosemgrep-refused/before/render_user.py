import html


def bold(name: str) -> str:
    return f"<b>{name}</b>"


def title(name: str) -> str:
    return html.escape(name).title()
