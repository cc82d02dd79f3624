class Graph:
    def __init__(self, edges: list[tuple[str, str]] = []) -> None:
        self.edges = edges

    def connect(self, a: str, b: str) -> "Graph":
        self.edges.append((a, b))
        return self

    def degree(self, node: str) -> int:
        return sum(node in edge for edge in self.edges)
