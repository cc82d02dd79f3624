def tags(posts: list[dict]) -> set[str]:
    return {
        tag.lower()
        for post in posts
        for tag in post["tags"]
    }
