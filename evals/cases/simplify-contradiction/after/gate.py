def passes(ticket: bool, staff: bool) -> bool:
    return ticket or staff
