import requests


def rate(currency: str) -> float:
    answer = requests.get("https://rates.example/latest", params={"to": currency}, timeout=10)
    answer.raise_for_status()
    return answer.json()["rate"]
