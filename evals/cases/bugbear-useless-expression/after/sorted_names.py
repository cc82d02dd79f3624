def initials(names: list[str]) -> str:
    letters = [name[0].upper() for name in names if name]
    letters.sort()
    return "".join(letters)
