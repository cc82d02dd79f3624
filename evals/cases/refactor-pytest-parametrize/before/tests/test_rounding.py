import pytest


@pytest.mark.parametrize("value, expected", [(1.25, 1.2), (1.35, 1.4)])
def test_round(value, expected):
    assert round(value, 1) == pytest.approx(expected)
