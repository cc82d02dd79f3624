import hashlib


def digest(parts: list[bytes]) -> str:
    state = hashlib.new("sha256")
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.hexdigest()
