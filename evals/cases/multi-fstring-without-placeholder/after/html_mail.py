def body(name: str, link: str) -> str:
    return "\n".join(
        [
            f"<p>Dear {name},</p>",
            "<p>please confirm your address:</p>",
            f'<a href="{link}">confirm</a>',
        ]
    )
