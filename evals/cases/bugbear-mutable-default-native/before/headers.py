def with_token(token: str, headers: dict[str, str] = {}) -> dict[str, str]:
    """Adds the authorization header."""
    headers["Authorization"] = f"Bearer {token}"
    return headers
