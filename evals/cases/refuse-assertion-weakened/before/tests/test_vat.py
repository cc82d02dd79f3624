def gross(net):
    return round(net * 1.19, 2)


def test_gross():
    assert gross(100) == 119.0
