def numbered(lines: list[str]) -> list[str]:
    result = []
    for number, line in enumerate(lines):
        result.append(f"{number}: {line}")
    return result
