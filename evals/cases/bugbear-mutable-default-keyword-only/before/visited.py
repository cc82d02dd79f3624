def reachable(graph: dict[str, list[str]], start: str, *, seen: set[str] = set()) -> set[str]:
    seen.add(start)
    for target in graph.get(start, []):
        if target not in seen:
            reachable(graph, target, seen=seen)
    return seen
