import json


def port(text: str) -> int:
    try:
        return int(json.loads(text)["port"])
    except:
        return 8080
