import json
from pathlib import Path


def names(folder: Path) -> list[str]:
    manifest = json.loads((folder / "manifest.json").read_text())
    return sorted(entry["name"] for entry in manifest["files"])
