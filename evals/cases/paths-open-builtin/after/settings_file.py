import json
from pathlib import Path


def load(folder: Path) -> dict:
    with (folder / "settings.json").open(encoding="utf-8") as source:
        return json.load(source)
