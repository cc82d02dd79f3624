def sizes(groups: dict[str, list[int]]) -> list[int]:
    return [len(group) for group in groups.values()]
