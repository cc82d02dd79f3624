from jinja2 import Environment, FileSystemLoader

PAGES = Environment(loader=FileSystemLoader("templates"), autoescape=True)


def render(name: str, **values: object) -> str:
    return PAGES.get_template(name).render(**values)
