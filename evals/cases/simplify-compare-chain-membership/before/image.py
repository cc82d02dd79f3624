def is_image(name: str) -> bool:
    suffix = name.rpartition(".")[2].lower()
    return suffix == "png" or suffix == "jpg" or suffix == "gif"
