def headers(token: str) -> dict[str, str]:
    return {"accept": "application/json", "authorization": f"Bearer {token}"}
