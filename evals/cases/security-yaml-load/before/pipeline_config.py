import yaml


def read_pipeline(text: str) -> list[dict]:
    data = yaml.load(text, Loader=yaml.Loader)
    return data.get("steps", [])
