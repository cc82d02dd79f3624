def sizes(groups: dict[str, list[int]]) -> list[int]:
    return list(map(lambda group: len(group), groups.values()))
