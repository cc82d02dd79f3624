import sys

import rot_codec

rot_codec.register()


def encode(text: str) -> str:
    import codecs

    return codecs.encode(text, "mirror")


if __name__ == "__main__":
    print(encode(sys.argv[1]))
