TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".png": "image/png",
}


def content_type(name: str) -> str:
    return TYPES.get(name[name.rfind(".") :], "application/octet-stream")
