import pytest


def age(text):
    if int(text) < 0:
        raise ValueError("negative")
    return int(text)


def test_negative():
    with pytest.raises(ValueError, match="negative"):
        text = "-1"
        age(text)
