def Hamming(left: str, right: str) -> int:
    return sum(a != b for a, b in zip(left, right, strict=True))


def nearest(word: str, candidates: list[str]) -> str:
    return min(candidates, key=lambda candidate: Hamming(word, candidate))
