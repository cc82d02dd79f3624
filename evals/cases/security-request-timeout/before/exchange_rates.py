import requests


def rate(currency: str) -> float:
    answer = requests.get("https://rates.example/latest", params={"to": currency})
    answer.raise_for_status()
    return answer.json()["rate"]
