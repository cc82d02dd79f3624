import tarfile


def unpack(path: str, target: str) -> list[str]:
    with tarfile.open(path) as archive:
        archive.extractall(target)
        return archive.getnames()
