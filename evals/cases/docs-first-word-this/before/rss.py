"""Feeds."""


def title(feed: str) -> str:
    """This function reads the title of a feed."""
    return feed.partition("<title>")[2].partition("</title>")[0]
