MAJOR, MINOR = 3, 7


def version() -> str:
    return "v{}.{}".format(MAJOR, MINOR)