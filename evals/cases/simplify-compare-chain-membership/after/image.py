def is_image(name: str) -> bool:
    suffix = name.rpartition(".")[2].lower()
    return suffix in {"png", "jpg", "gif"}
