def trimmed(lines: list[str]) -> list[str]:
    result = []
    for line in lines:
        line = line.strip()
        if line:
            result.append(line)
    return result
