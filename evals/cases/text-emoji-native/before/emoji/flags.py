FLAGS = {"🇩🇪": True, "🇫🇷": False}


def is_home(flag: str) -> bool:
    return "🏳️‍🌈" != flag and FLAGS.get(flag) == True


def both(left: str, right: str) -> str:
    return left + "⇄" + right
