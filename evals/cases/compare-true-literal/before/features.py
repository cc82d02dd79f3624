FLAGS = {"dark_mode": True, "beta_search": False}


def enabled(name: str) -> bool:
    return FLAGS.get(name, False) == True


def active() -> list[str]:
    return [name for name in FLAGS if enabled(name)]
