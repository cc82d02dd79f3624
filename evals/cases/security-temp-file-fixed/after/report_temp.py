import json
import tempfile


def dump(rows: list[dict]) -> str:
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as out:
        json.dump(rows, out)
    return out.name
