import json


def dump(rows: list[dict]) -> str:
    path = "/tmp/report.json"
    with open(path, "w") as out:
        json.dump(rows, out)
    return path
