"""Distances on a sphere."""

from .distance import haversine
