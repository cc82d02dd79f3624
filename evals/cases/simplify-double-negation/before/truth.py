def subscribed(member: dict) -> bool:
    return not (not member.get("newsletter"))
