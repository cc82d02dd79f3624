def should_log(level: int, verbose: bool) -> bool:
    if level >= 30 or verbose:
        return True
    return False
