def rotate(left, middle, right):
    spare = left
    left = middle
    middle = right
    return left, middle, spare
