class Session:
    user: str | None = None


def login(session: Session, name: str) -> Session:
    setattr(session, "user", name.strip().lower())
    return session
