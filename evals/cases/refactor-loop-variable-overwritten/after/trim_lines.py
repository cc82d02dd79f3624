def trimmed(lines: list[str]) -> list[str]:
    result = []
    for line in lines:
        text = line.strip()
        if text:
            result.append(text)
    return result
