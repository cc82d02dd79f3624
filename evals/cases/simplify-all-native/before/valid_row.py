def valid(row: list[str], width: int) -> bool:
    if len(row) != width:
        return False
    for cell in row:
        if not cell.strip():
            return False
    return True
