"""Distances on a sphere."""

from .distance import haversine

__all__ = ["haversine"]
