import string


def page(title: str, html: str) -> str:
    template = string.Template("<title>$title</title>$body")
    return template.substitute(title=title, body=html)
