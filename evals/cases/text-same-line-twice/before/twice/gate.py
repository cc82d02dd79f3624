def open_gate(card):
    if card["valid"] == True:
        return "open"
    return "closed"


def open_garage(card, hour):
    if 6 <= hour < 22:
        if card["valid"] == True:
            return "open"
    return "closed"
