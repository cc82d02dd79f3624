import json


class JsonCodec:
    def encode(self, value: object) -> str:
        return json.dumps(value)


CODECS = {"json": JsonCodec()}
