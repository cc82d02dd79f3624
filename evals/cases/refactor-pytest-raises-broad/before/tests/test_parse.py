import pytest


def parse(text: str) -> int:
    if not text.isdigit():
        raise ValueError(f"not a number: {text}")
    return int(text)


def test_rejects_letters():
    with pytest.raises(ValueError):
        parse("abc")
