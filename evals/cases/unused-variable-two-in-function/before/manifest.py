import json
from pathlib import Path


def names(folder: Path) -> list[str]:
    manifest = json.loads((folder / "manifest.json").read_text())
    version = manifest.get("version", 1)
    authors = manifest.get("authors", [])
    return sorted(entry["name"] for entry in manifest["files"])
