"""Feeds."""


def title(feed: str) -> str:
    """Read the title of a feed."""
    return feed.partition("<title>")[2].partition("</title>")[0]
