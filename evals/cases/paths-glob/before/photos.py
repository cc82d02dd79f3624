import glob


def photos(folder: str) -> list[str]:
    return sorted(glob.glob(folder + "/**/*.jpg", recursive=True))
