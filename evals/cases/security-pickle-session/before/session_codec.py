import base64
import pickle


def load(cookie: str) -> dict:
    return pickle.loads(base64.b64decode(cookie))


def dump(session: dict) -> str:
    return base64.b64encode(pickle.dumps(session)).decode()
