USAGE = (
    "usage: resize [-w WIDTH] [-h HEIGHT] FILE...\n"
    "Makes pictures smaller.\n"
    "  -w  width in pixels\n"
)


def show() -> None:
    print(USAGE, end="")
