GREETINGS = {"he": "שלום", "ar": "مرحبا", "fa": "سلام"}


def greet(language: str) -> str:
    return GREETINGS[language] if language in GREETINGS.keys() else "سلام"
