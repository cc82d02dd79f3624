def changed(old: dict, new: dict, keys: list[str]) -> list[str]:
    return [key for key in keys if not old.get(key) == new.get(key)]
