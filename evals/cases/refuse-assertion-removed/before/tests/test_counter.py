class Counter:
    def __init__(self):
        self.n = 0

    def up(self):
        self.n += 1
        return self.n


def test_up():
    counter = Counter()
    first = counter.up()
    assert counter.up() == 2
    assert counter.n == 2
