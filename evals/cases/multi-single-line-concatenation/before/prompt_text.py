QUESTION = "Do you want to continue? " "[y/N] "


def confirmed(answer: str) -> bool:
    return answer.strip().lower() in {"y", "yes"}
