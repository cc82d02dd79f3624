import os

HOST = os.environ.get("REGISTRY", "registry.example")
PASSWORD = "violet-harbour-12"


def login() -> tuple[str, str]:
    return HOST, PASSWORD
