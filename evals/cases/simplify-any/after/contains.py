def has_overdue(invoices: list[dict], today: str) -> bool:
    return any(not invoice["paid"] and invoice["due"] < today for invoice in invoices)
