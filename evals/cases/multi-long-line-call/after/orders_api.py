def search(
    client, customer: str, since: str, until: str, status: str, page: int = 1
) -> list[dict]:
    params = {"customer": customer, "since": since, "until": until, "status": status}
    answer = client.get("/orders", params=params)
    return answer["items"][(page - 1) * 50 : page * 50]
