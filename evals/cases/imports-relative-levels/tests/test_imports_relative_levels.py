import os, sys
sys.path.insert(0, os.getcwd())
from shop.cart.views import add
cart = add(7, "A-1")
assert cart.items == [{"sku": "A-1"}] and cart.changed
