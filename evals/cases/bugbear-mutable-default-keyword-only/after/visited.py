def reachable(graph: dict[str, list[str]], start: str, *, seen: set[str] | None = None) -> set[str]:
    if seen is None:
        seen = set()
    seen.add(start)
    for target in graph.get(start, []):
        if target not in seen:
            reachable(graph, target, seen=seen)
    return seen
