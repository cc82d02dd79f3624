"""Rankings of teams."""


def ranked(points: dict[str, int]) -> list[str]:
    """Order teams by points.
    Teams with equal points are ordered by name.
    """
    return sorted(points, key=lambda team: (-points[team], team))
