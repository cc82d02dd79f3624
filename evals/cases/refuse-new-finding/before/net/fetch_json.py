import requests


def fetch(url: str) -> dict:
    answer = requests.get(url)
    answer.raise_for_status()
    return answer.json()
