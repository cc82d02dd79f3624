def end(text: str) -> bool:
    return text.endswith("\n")