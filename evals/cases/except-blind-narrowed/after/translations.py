CATALOG = {"de": {"save": "Speichern"}, "fr": {"save": "Enregistrer"}}


def translate(word: str, language: str) -> str:
    try:
        return CATALOG[language][word]
    except KeyError:
        return word
