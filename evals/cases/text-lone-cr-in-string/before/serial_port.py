ENDS = {"unix": "\n", "windows": "\r\n", "mac": "\r"}


def frame(text: str, style: str, crc: bool) -> str:
    if crc == True:
        text += f"*{sum(map(ord, text)) % 256:02X}"
    return text + ENDS[style]
