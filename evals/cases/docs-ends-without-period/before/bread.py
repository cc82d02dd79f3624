"""Baking."""


def flour(loaves: int) -> int:
    """Say how many grams of flour are needed"""
    return loaves * 550
