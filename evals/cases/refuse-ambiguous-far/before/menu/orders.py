def clean(rows):
    result = []
    for row in rows:
        result.append(row)
    return result


def upper(rows):
    result = []
    for row in rows:
        result.append(row)
    return result


def strip(rows):
    found = []
    for text in rows:
        text = text.strip()
        found.append(text)
    return found
