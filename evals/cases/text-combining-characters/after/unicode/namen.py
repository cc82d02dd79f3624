def größe_in_metern(größe_cm: float) -> float:
    länge = größe_cm / 100
    return round(länge, 2)
