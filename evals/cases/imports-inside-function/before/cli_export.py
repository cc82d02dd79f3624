def export(rows: list[dict], kind: str) -> str:
    if kind == "csv":
        import io
        import csv

        out = io.StringIO()
        writer = csv.DictWriter(out, fieldnames=sorted(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
        return out.getvalue()
    import json

    return json.dumps(rows)
