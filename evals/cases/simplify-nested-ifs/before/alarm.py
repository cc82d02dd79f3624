def ring(armed: bool, open_doors: int) -> str:
    if armed:
        if open_doors > 0:
            return "ring"
    return "quiet"
