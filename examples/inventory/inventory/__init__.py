"""Keeps count of what a small shop has in stock."""
