def banner(words: list[str]) -> str:
    width = max(len(word) for word in words)
    lines = ["*" * (width + 4)]
    for word in words:
        lines.append(f"* {word:<{width}} *")
    lines.append(lines[0])
    return "\n".join(lines)
