def search(client, customer: str, since: str, until: str, status: str, page: int = 1) -> list[dict]:
    answer = client.get("/orders", params={"customer": customer, "since": since, "until": until, "status": status})
    return answer["items"][(page - 1) * 50 : page * 50]
