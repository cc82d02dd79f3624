import json
from pathlib import Path


class ConfigError(Exception):
    pass


def load(path: Path) -> dict:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ConfigError(f"{path} is missing")
    except json.JSONDecodeError as error:
        raise ConfigError(f"{path}:{error.lineno}: not JSON")
