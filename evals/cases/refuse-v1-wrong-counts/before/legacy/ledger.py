def balance(entries, opening=None):
    if opening == None:
        opening = 0
    for entry in entries:
        opening += entry["amount"]
    return opening
