from itertools import groupby


def runs(values: list[int]) -> list[tuple[int, int, int]]:
    result = []
    for key, group in groupby(values):
        for _pass in range(2):
            result.append((key, _pass, len(list(group))))
    return result
