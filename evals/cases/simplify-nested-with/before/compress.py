import gzip
import shutil


def compress(source: str, target: str) -> None:
    with open(source, "rb") as reading:
        with gzip.open(target, "wb") as writing:
            shutil.copyfileobj(reading, writing)
