import base64
import json


def load(cookie: str) -> dict:
    return json.loads(base64.b64decode(cookie))


def dump(session: dict) -> str:
    return base64.b64encode(json.dumps(session).encode()).decode()
