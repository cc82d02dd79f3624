import requests

BASE = "https://tickets.example/api"


def create(title: str) -> int:
    return requests.post(f"{BASE}/tickets", json={"title": title}).json()["id"]


def close(number: int) -> None:
    requests.patch(f"{BASE}/tickets/{number}", json={"state": "closed"}).raise_for_status()


def comments(number: int) -> list[str]:
    return requests.get(f"{BASE}/tickets/{number}/comments").json()
