"""Rankings."""


def rank(scores: dict[str, int]) -> list[str]:
    """Order players by score.

    Players with equal scores are ordered by name, so that the result is
    the same every time.
    """
    return sorted(scores, key=lambda name: (-scores[name], name))
