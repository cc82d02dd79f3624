def unpack(path: str, target: str) -> list[str]:
    import tarfile
    import zipfile

    with zipfile.ZipFile(path) as archive:
        archive.extractall(target)
        return archive.namelist()
