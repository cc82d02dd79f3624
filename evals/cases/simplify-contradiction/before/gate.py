def passes(ticket: bool, staff: bool) -> bool:
    return (ticket and not ticket) or staff
