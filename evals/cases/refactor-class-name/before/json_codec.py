import json


class json_codec:
    def encode(self, value: object) -> str:
        return json.dumps(value)


CODECS = {"json": json_codec()}
