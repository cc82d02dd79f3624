from api.client import Client
from api.errors import ApiError

__all__ = ["ApiEror", "Client"]
