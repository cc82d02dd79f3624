from pathlib import Path


def publish(target: Path, text: str) -> None:
    draft = target.with_suffix(".draft")
    draft.write_text(text, encoding="utf-8")
    draft.replace(target)
