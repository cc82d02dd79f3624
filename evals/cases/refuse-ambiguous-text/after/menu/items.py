def starter(card):
    if card == None:
        return "soup"
    return card[0]


def dessert(card):
    if card is None:
        return "cake"
    return card[-1]


def drink(card):
    if card is None:
        return "water"
    return card[1]
