def discount(total):
    return total * 0.9 if total > 100 else total


def test_small():
    assert discount(50) == 50


def test_large():
    result = discount(200)
    assert result == 180 and isinstance(result, float)
