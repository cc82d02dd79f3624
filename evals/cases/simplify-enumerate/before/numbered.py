def numbered(lines: list[str]) -> list[str]:
    result = []
    number = 0
    for line in lines:
        result.append(f"{number}: {line}")
        number += 1
    return result
