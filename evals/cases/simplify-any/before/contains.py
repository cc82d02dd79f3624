def has_overdue(invoices: list[dict], today: str) -> bool:
    for invoice in invoices:
        if not invoice["paid"] and invoice["due"] < today:
            return True
    return False
