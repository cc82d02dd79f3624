def headers(token: str) -> dict[str, str]:
    return dict(accept="application/json", authorization=f"Bearer {token}")
