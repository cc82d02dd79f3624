POLICIES = {
    "never": lambda attempt: 0.0,
    "linear": lambda attempt: attempt * 0.5,
    "doubling": lambda attempt: 0.1 * 2**attempt,
}


def delay(policy: str, attempt: int) -> float:
    return POLICIES[policy](attempt)
