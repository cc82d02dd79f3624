from service.models import Order
import requests
import json
from flask import Flask, request
import os

app = Flask(__name__)


@app.post("/orders")
def create_order():
    order = Order(**json.loads(request.data))
    requests.post(os.environ["BILLING_URL"], json=order.as_dict(), timeout=5)
    return {"id": order.id}
