from itertools import groupby


def runs(values: list[int]) -> list[tuple[int, int, int]]:
    result = []
    for key, members in groupby(values):
        size = len(list(members))
        for _pass in range(2):
            result.append((key, _pass, size))
    return result
