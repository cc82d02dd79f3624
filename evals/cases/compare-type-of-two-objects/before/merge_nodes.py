class Node:
    def __init__(self, children: tuple["Node", ...] = ()) -> None:
        self.children = children


class Leaf(Node):
    pass


def same_kind(left: Node, right: Node) -> bool:
    return type(left) == type(right)
