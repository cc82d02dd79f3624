def subscribed(member: dict) -> bool:
    return bool(member.get("newsletter"))
