import json
from pathlib import Path


def load(folder: Path) -> dict:
    with open(folder / "settings.json", encoding="utf-8") as source:
        return json.load(source)
