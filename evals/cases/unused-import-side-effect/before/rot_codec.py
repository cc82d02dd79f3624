import codecs


def _mirror(text, errors="strict"):
    return text[::-1], len(text)


def register():
    codecs.register(lambda name: codecs.CodecInfo(_mirror, _mirror, name="mirror") if name == "mirror" else None)
