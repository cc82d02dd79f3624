def save_all(session, rows):
    saved = 0
    for row in rows:
        result = session.insert("measurements", row)
        saved += 1
    session.commit()
    return saved
