from zlib import adler32, \
    crc32


def checksum(block: bytes) -> str:
    return f"{crc32(block):08x}"
