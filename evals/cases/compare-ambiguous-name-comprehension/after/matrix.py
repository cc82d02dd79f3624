Matrix = list[list[float]]


def identity(size: int) -> Matrix:
    result = [[0.0] * size for _ in range(size)]
    for i in range(size):
        result[i][i] = 1.0
    return result


def product(a: Matrix, b: Matrix) -> Matrix:
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]
