import yaml


def menu(text: str) -> dict:
    return yaml.load(text) or {}
