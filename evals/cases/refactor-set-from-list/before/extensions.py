def extensions(names: list[str]) -> set[str]:
    return set([name.rsplit(".", 1)[-1] for name in names if "." in name])
