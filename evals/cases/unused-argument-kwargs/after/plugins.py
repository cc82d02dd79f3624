def load(name: str, *, strict: bool = False, **options: object) -> dict[str, object]:
    if strict and not name.isidentifier():
        raise ValueError(name)
    return {"name": name, **options}
