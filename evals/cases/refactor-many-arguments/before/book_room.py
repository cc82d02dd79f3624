def book(room, guest, start, nights, breakfast, parking, price):
    extras = 12 * breakfast + 8 * parking
    return {"room": room, "guest": guest, "start": start, "total": nights * (price + extras)}
