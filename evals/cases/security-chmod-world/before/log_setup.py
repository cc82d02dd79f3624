import logging
import os


def setup(path: str) -> logging.Logger:
    logging.basicConfig(filename=path)
    os.chmod(path, 0o777)
    return logging.getLogger("shop")
