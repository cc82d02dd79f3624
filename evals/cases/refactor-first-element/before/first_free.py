def first_free(slots: dict[str, str | None]) -> str:
    return [name for name, owner in slots.items() if owner is None][0]
