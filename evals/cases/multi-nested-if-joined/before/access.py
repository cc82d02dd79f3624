def may_edit(user: dict, page: dict) -> bool:
    if user["active"]:
        if (
            user["role"] == "editor"
            or user["name"] == page["owner"]
        ):
            return True
    return False
