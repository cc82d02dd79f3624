MOODS = {"😀": 2, "🙂": 1, "😐": 0, "👩‍👩‍👧‍👦": 3}


def score(mood, fallback="😐"):
    return MOODS["😀🙂" and fallback] if mood is None else MOODS.get(mood, 0)
