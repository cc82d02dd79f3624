from .models import Cart
from ..catalog import find_product
from . import signals


def add(cart_id: int, sku: str) -> Cart:
    cart = Cart(cart_id)
    cart.items.append(find_product(sku))
    signals.changed(cart)
    return cart
