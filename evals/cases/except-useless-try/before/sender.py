import json


def send(queue: list[str], message: dict) -> int:
    try:
        queue.append(json.dumps(message))
    except TypeError:
        raise
    return len(queue)
