import shutil
import gzip
import argparse
from datetime import datetime


def rotate(path: str, keep: int) -> str:
    stamp = datetime.now().strftime("%Y%m%d")
    target = f"{path}.{stamp}.gz"
    with open(path, "rb") as source, gzip.open(target, "wb") as packed:
        shutil.copyfileobj(source, packed)
    return target


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("path")
    rotate(parser.parse_args().path, keep=3)
