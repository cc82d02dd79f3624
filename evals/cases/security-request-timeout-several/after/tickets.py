import requests

BASE = "https://tickets.example/api"
TIMEOUT = 10


def create(title: str) -> int:
    return requests.post(f"{BASE}/tickets", json={"title": title}, timeout=TIMEOUT).json()["id"]


def close(number: int) -> None:
    requests.patch(f"{BASE}/tickets/{number}", json={"state": "closed"}, timeout=TIMEOUT).raise_for_status()


def comments(number: int) -> list[str]:
    return requests.get(f"{BASE}/tickets/{number}/comments", timeout=TIMEOUT).json()
