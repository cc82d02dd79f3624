def recipients(people):
    """Everyone who has an address."""
    result = []
    for person in people:
        if person.get("mail") != None:
            result.append(person["mail"])
    return result
