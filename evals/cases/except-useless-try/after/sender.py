import json


def send(queue: list[str], message: dict) -> int:
    queue.append(json.dumps(message))
    return len(queue)
