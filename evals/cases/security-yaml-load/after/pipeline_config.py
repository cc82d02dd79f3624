import yaml


def read_pipeline(text: str) -> list[dict]:
    data = yaml.safe_load(text)
    return data.get("steps", [])
