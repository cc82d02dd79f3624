class Mood():
    happy = "🙂"
    sad = "🙁"


def show(name: str) -> str:
    return getattr(Mood, name)
