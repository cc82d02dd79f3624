def contact(record: dict) -> str:
    phone = record.get("phone")
    if phone == None:
        return record["email"]
    return phone
